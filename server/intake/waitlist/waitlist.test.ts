import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { clinicTest as test, type Client } from '#testing/clinic.ts';
import type { Calls } from '../calls/calls.contract.ts';
import type { Checklist } from '../checklists/checklists.contract.ts';
import type { Waitlist } from './waitlist.contract.ts';

const done = async <Body = any>(reply: Promise<{ status: number; body: Body }>): Promise<Body> => {
  const { status, body } = await reply;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
};

const answers = { emergency: 'no', pregnant: 'no', injecting: 'no', withdrawal: 'no', overdose: 'no', 'self-harm': 'no', 'safe-home': 'yes' };

test('from a call without a name to the admission: who is pregnant comes first, clocks run, acts are proof, the source gets its admission, and the checklist says what is missing', async ({
  clinic,
}) => {
  const { programs } = clinic.ids;
  const programId = programs.residential;
  const desk = await clinic.as('front-desk');
  const sourceId = randomUUID();
  await done(desk.put(`/intake/sources/${sourceId}`, { name: 'County drug court', kind: 'court' }));
  expect((await desk.put(`/intake/sources/${randomUUID()}`, { name: 'County drug court', kind: 'other' })).body).toMatchObject({
    status: 409,
    code: 'source.name-taken',
  });

  // Neither caller nor person gives a name; a callback is promised and kept.
  const callId = randomUUID();
  const call = { id: callId, programId, callerRelation: 'family', heardFrom: 'court', sourceId, need: 'A bed for a friend, today if possible' };
  await done(desk.post('/intake/calls', { ...call, callbackDueAt: clinic.clock.now().add({ minutes: 8 }).toString() }));
  await done(desk.post('/intake/calls', call));
  const calls = async (reader: Client = desk, settled = false) => (await done(reader.get<Calls>(`/intake/calls?settled=${settled}`))).items;
  expect(await calls()).toMatchObject([{ callerName: '', aboutName: '', isOverdue: false, sourceName: 'County drug court' }]);
  clinic.advance({ minutes: 10 });
  await done(desk.post(`/intake/calls/${callId}/attempts`, { id: randomUUID(), way: 'phone', reached: false }));
  expect((await calls())[0]).toMatchObject({ isOverdue: true, attempts: [{ reached: false }] });
  await done(desk.post(`/intake/calls/${callId}/attempts`, { id: randomUUID(), way: 'phone', reached: true }));
  expect((await calls())[0]?.isOverdue).toBe(false);

  const joins = async (givenName: string, birthDate: string, id = randomUUID()) => {
    if (id !== callId) await done(desk.post('/intake/calls', { ...call, id, sourceId: null }));
    const person = { givenName, familyName: 'Tidewater', birthDate, programId };
    const { id: patientId } = await done(desk.post('/patients', person));
    const { episodeId } = await done(desk.post(`/intake/calls/${id}/patient`, { patientId }));
    return { patientId, episodeId: String(episodeId) };
  };
  const first = await joins('Orla', '1988-02-03', callId);
  expect((await desk.put(`/intake/calls/${callId}/outcome`, { outcome: 'no-contact' })).body).toMatchObject({ status: 409, code: 'call.settled' });
  expect(await calls(desk, true)).toMatchObject([{ patientId: first.patientId, outcome: 'referred-here' }]);
  clinic.advance({ minutes: 5 });
  const second = await joins('Petra', '1992-08-09');

  const screen = (episodeId: string, given: object) => desk.post(`/episodes/${episodeId}/screenings`, { id: randomUUID(), answers: { ...answers, ...given } });
  expect((await desk.post('/intake/waitlist', { id: randomUUID(), episodeId: first.episodeId })).body).toMatchObject({ code: 'wait.not-screened' });
  expect((await screen(first.episodeId, { pregnant: 'perhaps' })).body).toMatchObject({ obstacles: [{ at: 'answers.pregnant' }] });
  await done(screen(first.episodeId, {}));
  expect(await done(screen(second.episodeId, { pregnant: 'yes', 'self-harm': 'yes' }))).toMatchObject({
    priority: 'pregnant',
    urgent: [expect.stringContaining('suicide-risk pathway')],
  });
  for (const { episodeId } of [first, second]) await done(desk.post('/intake/waitlist', { id: randomUUID(), episodeId }));
  const list = async (reader: Client = desk) => (await done(reader.get<Waitlist>(`/intake/waitlist?programId=${programId}`))).items;
  expect((await list()).map(({ name, priority }) => `${name} ${priority}`)).toEqual(['Petra Tidewater pregnant', 'Orla Tidewater other']);
  // A later answer moves who waits: injecting comes before everybody else, not before pregnant; since when stays.
  await done(screen(first.episodeId, { injecting: 'yes' }));
  expect((await list()).map(({ priority }) => priority)).toEqual(['pregnant', 'injecting']);

  const [petra] = await list();
  if (!petra) throw new Error('Nobody waits');
  const act = (kind: string, what = '', more: object = {}) => desk.post(`/intake/waitlist/${petra.id}/acts`, { id: randomUUID(), kind, what, ...more });
  expect((await act('interim-given', 'massage')).body).toMatchObject({ errors: [{ at: 'what' }] });
  clinic.advance({ hours: 47 });
  const later = await clinic.again('front-desk');
  await done(
    later.post(`/intake/waitlist/${petra.id}/acts`, { id: randomUUID(), kind: 'interim-given', what: 'prenatal-referral', note: 'Clinic on Elm Street, Tuesday' }),
  );
  const states = async () => Object.fromEntries(((await list(later)).find(({ id }) => id === petra.id)?.clocks ?? []).map(({ code, state }) => [code, state]));
  expect(await states()).toEqual({ interim: 'met', contact: 'due' });
  const offer = (kind: string) => later.post(`/intake/waitlist/${petra.id}/acts`, { id: randomUUID(), kind });
  expect((await offer('accepted')).body).toMatchObject({ status: 409, code: 'wait.nothing-offered' });
  await done(offer('offered'));
  expect((await later.post(`/intake/waitlist/${petra.id}/removal`, { reason: 'no-contact' })).body).toMatchObject({ code: 'wait.offer-open' });
  await done(offer('accepted'));
  await expect(clinic.sql('app', "update intake.act set note = ''")).rejects.toThrow(/permission denied/);

  // The admission ends the wait; the checklist had no days before it and has them after.
  const checklist = async (reader: Client, episodeId: string) => done(reader.get<Checklist>(`/episodes/${episodeId}/checklist`));
  const point = async (reader: Client, code: string) => (await checklist(reader, second.episodeId)).items.find((one) => one.code === code);
  expect(await point(later, 'screening')).toMatchObject({ when: 'before', state: 'done' });
  expect(await point(later, 'consent-treatment')).toMatchObject({ state: 'missing', dueOn: null });
  const onPaper = `/episodes/${second.episodeId}/checklist/consent-treatment`;
  expect((await later.put(onPaper, { done: true })).body).toMatchObject({ code: 'checklist.say-where' });
  await done(later.put(onPaper, { done: true, note: 'Paper, scanned' }));
  expect(await point(later, 'consent-treatment')).toMatchObject({ state: 'done', doneBy: expect.any(String), note: 'Paper, scanned' });
  expect((await later.put(`/episodes/${second.episodeId}/checklist/parade`, { done: true })).body).toMatchObject({ code: 'checklist.not-asked' });
  await done(later.post(`/episodes/${second.episodeId}/admission`, { on: '2026-11-25' }));
  await done(later.post(`/episodes/${first.episodeId}/admission`, { on: '2026-11-25' }));
  await clinic.settleJobs();
  expect(await list(later)).toEqual([]);
  expect((await done(later.get('/intake/sources'))).items).toMatchObject([{ calls: 1, referrals: 1, admissions: 1 }]);
  const nurse = await clinic.again('nurse');
  expect(await point(nurse, 'asam')).toMatchObject({ state: 'missing', dueOn: '2026-11-28' });
  expect(await point(later, 'asam')).toMatchObject({ state: 'hidden' });
  await done(nurse.post(`/patients/${second.patientId}/diagnoses`, { programId, code: 'F10.20' }));
  // Looked up with the payer, ordered, signed and filed: each ticks itself and leads to where it is.
  const policy = { payerId: Object.values(clinic.ids.payers)[0], rank: 1, memberId: 'W1', relationship: '18', validFrom: '2026-01-01' };
  const { id: coverageId } = await done<{ id: string }>(later.post(`/patients/${second.patientId}/coverages`, policy));
  expect(await point(later, 'coverage-verified')).toMatchObject({ state: 'missing', isFound: false, opens: `/patients/${second.patientId}/coverage` });
  await done(later.post(`/coverages/${coverageId}/verification`, { how: 'phone', note: 'Reference 4411' }));
  expect(await point(later, 'coverage-verified')).toMatchObject({ state: 'done', isFound: true, doneOn: '2026-11-25', doneBy: null });
  expect(await done(later.get(`/patients/${second.patientId}/coverages`))).toMatchObject({
    items: [{ verified: { on: '2026-11-25', how: 'phone', byName: expect.any(String) } }],
  });
  await done(later.patch(`/coverages/${coverageId}`, { memberId: 'W2' }));
  expect(await point(later, 'coverage-verified')).toMatchObject({ isFound: false });
  const scan = { name: 'consent.pdf', contentType: 'application/pdf', bytes: Buffer.from('%PDF-1.4\n% signed\n%%EOF\n') };
  const filed = { programId, title: 'Consent to treatment', category: 'consent-treatment', receivedHow: 'scan', receiptBasis: 'patient' };
  expect((await later.upload(`/patients/${second.patientId}/documents`, scan, filed)).status).toBe(200);
  expect(await point(later, 'consent-treatment')).toMatchObject({ isFound: true, doneBy: null, opens: `/patients/${second.patientId}/documents` });
  const medications = `/patients/${second.patientId}/medications`;
  await done(nurse.post(`${medications}/none`, { id: randomUUID(), programId, note: 'Nor from the drugstore' }));
  for (const code of ['orders', 'medicines']) expect(await point(nurse, code), code).toMatchObject({ state: 'done', isFound: true });
  expect(await done(nurse.get(medications))).toMatchObject({
    items: [],
    none: [{ programId, note: 'Nor from the drugstore', askedByName: expect.any(String), holds: true }],
  });
  const order = { id: randomUUID(), programId, name: 'Thiamine', dose: '100 mg daily', source: 'ordered-here' };
  await done(nurse.post(medications, order));
  expect(await point(nurse, 'orders')).toMatchObject({ state: 'done', isFound: true, opens: medications });
  expect(await done(nurse.get(medications))).toMatchObject({ items: [{ name: 'Thiamine' }], none: [{ holds: false }] });
  expect((await nurse.post(`${medications}/none`, { id: randomUUID(), programId })).body).toMatchObject({ status: 409, code: 'medication.takes-some' });
  expect(await point(nurse, 'diagnosis')).toMatchObject({ state: 'done', doneOn: '2026-11-25' });

  // Who works elsewhere sees no call, nobody who waits, no checklist; who asks for treatment is in the audit by number.
  await clinic.sql('owner', 'delete from identity.program_membership where staff_id = $1 and program_id <> $2', [clinic.ids.staff['otp-therapist'], programs.otp]);
  const stranger = await clinic.again('otp-therapist');
  expect([await calls(stranger), await calls(stranger, true), await list(stranger)]).toEqual([[], [], []]);
  expect((await stranger.get(`/episodes/${second.episodeId}/checklist`)).status).toBe(404);
  expect((await stranger.post('/intake/calls', { ...call, id: randomUUID(), sourceId: null })).status).toBe(404);
  expect((await (await clinic.again('biller')).get('/intake/calls')).status).toBe(403);
  expect(await clinic.sql('app', 'select id from medications.none_taken')).toEqual([]);
  expect((await stranger.get(medications)).status).toBe(404);
  for (const table of ['call', 'attempt', 'screening', 'wait', 'act', 'tick']) expect(await clinic.sql('app', `select id from intake.${table}`), table).toEqual([]);
  const [{ seen }] = (await clinic.sql('owner', "select count(*)::int as seen from audit.entry where action = 'waitlist.act' and outcome = 'done'")) as [
    { seen: number },
  ];
  expect(seen).toBe(3);
});
