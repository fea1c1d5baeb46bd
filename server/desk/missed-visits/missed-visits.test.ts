import { expect } from 'vitest';
import type { LedgerReply } from '#server/billing/ledger/ledger.contract.ts';
import { newId } from '#server/platform/index.ts';
import type { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import { clinicTest as test, type Client, type Clinic, type Reply } from '#testing/clinic.ts';
import type { FeePolicies } from '../fee-policies/fee-policies.contract.ts';
import type { Consequence, MissedVisitReply, MissedVisits } from './missed-visits.contract.ts';

interface Problem {
  readonly code: string;
}
interface Noted {
  readonly status: string;
  readonly missed: MissedVisitReply | null;
}

async function done<Body>(reply: Promise<Reply<Body>>): Promise<Body> {
  const { status, body } = await reply;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
}

/** Somebody of outpatient with that kind of insurance, and a visit at this hour of the day on which the clinic opens. */
async function expecting(clinic: Clinic, desk: Client, filingIndicator: string | null) {
  const { programs, staff } = clinic.ids;
  const person = { givenName: 'Uma', familyName: `Tern${filingIndicator ?? 'None'}`, birthDate: '1980-02-03', programId: programs.outpatient };
  const { id: patientId } = await done(desk.post<{ id: string }>('/patients', person));
  if (filingIndicator !== null) {
    const [payer] = await clinic.sql(
      'owner',
      `insert into billing.payer (name, electronic_id, filing_indicator) values ($1, $1, $2) on conflict (name) do update set filing_indicator = excluded.filing_indicator returning id`,
      [`Payer ${filingIndicator}`, filingIndicator],
    );
    const policy = { payerId: String(payer?.['id']), rank: 1, memberId: 'M1', relationship: '18', validFrom: '2026-01-01' };
    await done(desk.post(`/patients/${patientId}/coverages`, policy));
  }
  let minute = 0;
  const visit = async (day: string) => {
    minute += 1;
    const startsAt = `${day}T${String(8 + minute).padStart(2, '0')}:00:00Z`;
    return (
      await done(
        desk.post<AppointmentReply>('/appointments', {
          patientId,
          programId: programs.outpatient,
          clinicianId: staff['second-therapist'],
          typeCode: 'therapy-50',
          startsAt,
        }),
      )
    ).id;
  };
  return { patientId, visit };
}

const path = (visit: string) => `/appointments/${visit}/missed-visit`;
const owed = async (client: Client, patientId: string) => (await done(client.get<LedgerReply>(`/patients/${patientId}/ledger`))).patientCents;

test('the first missed visit is free, the second costs what was shown before; the fee is posted once, waived with its reason, and goes when the visit took place', async ({
  clinic,
}) => {
  const desk = await clinic.as('front-desk');
  const { patientId, visit } = await expecting(clinic, desk, 'CI');
  const first = await visit('2026-11-23');
  expect(await done(desk.get<Consequence>(`${path(first)}?kind=no-show`))).toMatchObject({ kind: 'no-show', feeCents: 0, posts: false, isRepeated: false, source: null });
  await done(desk.post<Noted>(path(first), { id: newId(), kind: 'no-show', expectCents: 0 }));

  const second = await visit('2026-11-23');
  const shown = await done(desk.get<Consequence>(`${path(second)}?kind=no-show`));
  expect(shown).toMatchObject({ feeCents: 5000, posts: true, before: 1, isRepeated: true });
  expect(shown.says[0]).toBe('$50.00 is posted as owed by the patient.');
  expect(shown.nextSteps.join(' ')).toContain('missed-visit note');
  expect((await desk.post<Problem>(path(second), { id: newId(), kind: 'no-show', expectCents: 0 })).body.code).toBe('missed-visit.changed');
  const pressed = await Promise.all([1, 2, 3].map(() => desk.post<Noted>(path(second), { id: newId(), kind: 'no-show', expectCents: 5000 })));
  expect(pressed.map(({ status, body }) => [status, body.status, body.missed?.state])).toEqual([1, 2, 3].map(() => [200, 'no-show', 'posted']));
  expect(await owed(desk, patientId)).toBe(5000);

  const list = await done(desk.get<MissedVisits>(`/patients/${patientId}/missed-visits`));
  expect(list).toMatchObject({ recently: 2, isRepeated: true, items: [{ says: '$50.00 posted' }, { says: 'No fee' }] });
  const missed = `/missed-visits/${list.items[0]?.id}`;
  expect((await desk.post(`${missed}/waiver`, { reason: 'because' })).status).toBe(400);
  expect(await done(desk.post<MissedVisitReply>(`${missed}/waiver`, { reason: 'hardship', note: 'Between jobs' }))).toMatchObject({
    says: '$50.00 waived: The patient cannot pay',
  });
  expect(await owed(desk, patientId)).toBe(0);
  for (const _twice of [1, 2]) await done(desk.post(`${missed}/fee`));
  expect(await owed(desk, patientId)).toBe(5000);
  // They came after all.
  await done(desk.post(`/appointments/${second}/arrival`));
  await clinic.settleJobs();
  expect(await owed(desk, patientId)).toBe(0);
  expect((await desk.post<Problem>(`${missed}/fee`)).body.code).toBe('missed-visit.taken-back');
  // Money that comes for a fee alone can be taken.
  const third = await visit('2026-11-23');
  await done(desk.post<Noted>(path(third), { id: newId(), kind: 'no-show', expectCents: 5000 }));
  await done(desk.post(`/patients/${patientId}/payments`, { amountCents: 5000, method: 'cash' }));
  expect(await owed(desk, patientId)).toBe(0);
});

test('called off late costs, in time or for the clinic’s own reason nothing; Medicaid is never charged; who may not post leaves the fee for the desk', async ({
  clinic,
}) => {
  const [desk, therapist] = [await clinic.as('front-desk'), await clinic.as('therapist')];
  const plain = await expecting(clinic, desk, 'BL');
  const visits = [await plain.visit('2026-11-23'), await plain.visit('2026-11-24'), await plain.visit('2026-11-24'), await plain.visit('2026-11-30')];
  const [missed = '', late = '', ours = '', inTime = ''] = visits;
  await done(desk.post(path(missed), { id: newId(), kind: 'no-show', expectCents: 0 }));
  const foreseen = (visit: string, reason: string, client = desk) => done(client.get<Consequence>(`${path(visit)}?kind=cancellation&reason=${reason}`));
  expect(await foreseen(late, 'patient-asked')).toMatchObject({ kind: 'late-cancel', feeCents: 5000, posts: true });
  expect(await foreseen(late, 'patient-ill')).toMatchObject({ kind: 'late-cancel', feeCents: 0 });
  expect(await foreseen(ours, 'clinician-away')).toMatchObject({ kind: 'cancellation', feeCents: 0, nextSteps: [] });
  expect(await foreseen(inTime, 'patient-asked')).toMatchObject({ kind: 'cancellation', says: ['Called off in time: nothing is owed.'] });
  expect(await done(desk.post<Noted>(path(ours), { id: newId(), kind: 'cancellation', reason: 'clinician-away', expectCents: 0 }))).toEqual({
    status: 'cancelled',
    missed: null,
  });
  // A therapist may not post: the same act leaves the fee on the desk's list.
  expect(await foreseen(late, 'patient-asked', therapist)).toMatchObject({ feeCents: 5000, posts: false });
  const noted = await done(therapist.post<Noted>(path(late), { id: newId(), kind: 'cancellation', reason: 'patient-asked', expectCents: 5000 }));
  expect(noted).toMatchObject({ status: 'cancelled', missed: { kind: 'late-cancel', state: 'to-decide' } });
  expect(await owed(desk, plain.patientId)).toBe(0);
  expect((await therapist.post(`/missed-visits/${noted.missed?.id}/fee`)).status).toBe(403);
  const waiting = await done(desk.get<{ items: { patientId: string }[] }>('/home/tiles/desk.fees-to-decide'));
  expect(waiting.items.map(({ patientId }) => patientId)).toEqual([plain.patientId]);
  await done(desk.post(`/missed-visits/${noted.missed?.id}/fee`));
  expect(await owed(desk, plain.patientId)).toBe(5000);

  const medicaid = await expecting(clinic, desk, 'MC');
  for (const _again of [1, 2, 3]) {
    const visit = await medicaid.visit('2026-11-23');
    const told = await done(desk.get<Consequence>(`${path(visit)}?kind=no-show`));
    expect(told).toMatchObject({ feeCents: 0, says: ['Medicaid covers this patient: a missed visit is never charged.'] });
    expect(told.source).toContain('42 CFR 447.15');
    await done(desk.post(path(visit), { id: newId(), kind: 'no-show', expectCents: 0 }));
  }
  expect(await owed(desk, medicaid.patientId)).toBe(0);
  // By the plain steps nobody sees what follows: the fee waits for the desk, and is posted as ever; of Medicaid there is none.
  const [byStep, offLate, covered] = [await plain.visit('2026-11-23'), await plain.visit('2026-11-24'), await medicaid.visit('2026-11-23')];
  for (const visit of [byStep, covered]) await done(desk.post(`/appointments/${visit}/no-show`));
  await done(desk.post(`/appointments/${offLate}/cancellation`, { reason: 'patient-asked' }));
  await clinic.settleJobs();
  const judged = await done(desk.get<MissedVisits>(`/patients/${plain.patientId}/missed-visits`));
  const unseen = judged.items.filter(({ appointmentId }) => [byStep, offLate].includes(appointmentId));
  expect(unseen.map(({ kind, says }) => [kind, says])).toEqual([
    ['late-cancel', '$50.00 to post or to waive'],
    ['no-show', '$50.00 to post or to waive'],
  ]);
  expect((await done(desk.get<MissedVisits>(`/patients/${medicaid.patientId}/missed-visits`))).items[0]).toMatchObject({ appointmentId: covered, says: 'Never charged' });
  await done(desk.post(`/missed-visits/${unseen[0]?.id}/fee`));
  expect(await owed(desk, plain.patientId)).toBe(10_000);
  // Nobody of another program learns of it.
  const stranger = await clinic.asStaff(clinic.ids.staff['otp-therapist']);
  expect((await stranger.get(`${path(missed)}?kind=no-show`)).status).toBe(404);
  expect((await stranger.get(`/patients/${plain.patientId}/missed-visits`)).status).toBe(404);
});

test('what a program asks for is decided from a day on by who sets up fees; what held before stays on record and for its visits', async ({ clinic }) => {
  const [desk, administrator] = [await clinic.as('front-desk'), await clinic.as('administrator')];
  const { outpatient } = clinic.ids.programs;
  const { visit } = await expecting(clinic, desk, 'CI');
  const decisions = `/programs/${outpatient}/fee-policies`;
  const terms = {
    id: newId(),
    validFrom: '2026-11-24',
    lateHours: 48,
    noShowCents: 7500,
    lateCancelCents: 2500,
    free: 0,
    freeInDays: 365,
    reason: 'The board, November 20',
  };
  expect([(await desk.post(decisions, terms)).status, (await desk.get('/fee-policies')).status]).toEqual([403, 403]);
  expect((await administrator.post<Problem>(decisions, { ...terms, validFrom: '2026-11-22' })).body.code).toBe('fee-policy.past');
  for (const _twice of [1, 2]) await done(administrator.post(decisions, terms));
  const [before, after] = [await visit('2026-11-23'), await visit('2026-11-24')];
  const foreseen = (of: string, query: string) => done(desk.get<Consequence>(`${path(of)}?${query}`));
  expect(await foreseen(before, 'kind=no-show')).toMatchObject({ feeCents: 0, says: ['No fee: the first within 365 days is free.'] });
  const late = 'kind=cancellation&reason=patient-asked';
  expect(await foreseen(after, late)).toMatchObject({ kind: 'late-cancel', feeCents: 2500, posts: true });
  expect((await foreseen(after, late)).says[1]).toBe('A visit that is missed costs $75, one called off less than 48 hours before $25.');
  await done(administrator.post(decisions, { ...terms, id: newId(), lateCancelCents: 3000, reason: 'A slip of the pen' }));
  expect((await foreseen(after, late)).feeCents).toBe(3000);
  const own = (await done(administrator.get<FeePolicies>('/fee-policies'))).items.find(({ programId }) => programId === outpatient);
  expect(own).toMatchObject({
    inForce: { noShowCents: 5000, decidedBy: null },
    coming: [{ lateCancelCents: 3000, reason: 'A slip of the pen' }],
    former: [{ lateCancelCents: 2500, reason: 'The board, November 20' }],
  });
  const rights = "select has_table_privilege('mooring_app', 'desk.fee_policy', 'update') or has_table_privilege('mooring_app', 'desk.fee_policy', 'delete') as any";
  expect(await clinic.sql('owner', rights)).toEqual([{ any: false }]);
});
