import { expect } from 'vitest';
import { runJob } from '#server/platform/index.ts';
import { clinicTest as test } from '#testing/clinic.ts';
import { done } from '#testing/released-records.ts';
import type { ClaimDetailReply, ClaimReply } from '../claims/claims.contract.ts';
import type { ClaimToCorrectReply } from '../corrections/corrections.contract.ts';
import { claimAcknowledgementText } from '../testing/acknowledgement-text.ts';
import { handIn } from '../testing/claim-story.ts';
import { admitted, allowed, biller, chargesOf, dailyNote, daysOf, director, groupOf, housed, insured, owedFor, session, timeGoesTo } from '#testing/day-story.ts';
import type { TreatmentDayReply } from './days.contract.ts';
import { judgeQueued } from './days.jobs.ts';

interface Residency {
  readonly residencyId: string;
}

test('a midnight in the house is one charge, held for its note and its authorization; a leave and the day of discharge are none; services of the day are paid with it', async ({
  clinic,
}) => {
  const [patientId, programId] = [clinic.ids.patients.residential, clinic.ids.programs.residential];
  const payerId = await insured(clinic, patientId);
  const [bedId] = await housed(clinic, programId, 1);
  const episodeId = await admitted(clinic, { patientId, programId, on: '2026-11-23' });
  await allowed(clinic, { patientId, programId, payerId, number: 'RES-1', allowed: 1 });
  const ruth = await director(clinic);
  const { residencyId } = await done(ruth.post<Residency>('/residence/residencies', { episodeId, bedId }));
  expect(await daysOf(clinic, patientId)).toEqual([]);

  await timeGoesTo(clinic, '2026-11-24T08:00:00Z');
  expect(await chargesOf(clinic, patientId, 'held')).toMatchObject([
    { servedOn: '2026-11-23', codes: ['H0018'], units: 1, amountCents: 52_000, noteId: null, programName: 'Cedar House Residential', holds: [{ code: 'charge.note' }] },
  ]);
  await dailyNote(clinic, patientId, programId, '2026-11-24T02:00:00Z');
  expect(await daysOf(clinic, patientId)).toEqual(['2026-11-23 H0018 ready 52000']);
  // The daily note is no second charge, and neither is a session.
  expect(await chargesOf(clinic, patientId, 'included')).toMatchObject([{ amountCents: 0, holds: [{ code: 'charge.included' }] }]);
  const again = { patientId, programId, from: '2026-11-23', to: '2026-11-23' };
  await Promise.all(['one', 'other', 'third'].map((name) => runJob(clinic.product.workshop, judgeQueued, again, name)));
  expect(await clinic.sql('owner', 'select count(*)::int as charges from billing.charge where day_id is not null')).toEqual([{ charges: 1 }]);
  expect(await owedFor(clinic, patientId)).toEqual({ patientCents: 0, insuranceCents: 52_000 });

  const stay = `/residence/residencies/${residencyId}`;
  await done((await director(clinic)).post(`${stay}/leaves`, { kind: 'pass', at: '2026-11-24T07:59:00Z' }));
  const site = `/residence/sites/${clinic.ids.sites['cedar-house']}/census`;
  await done((await director(clinic)).post(`${site}/2026-11-23/corrections`, { reason: 'Left with the sister before midnight' }));
  await clinic.settleJobs();
  expect(await daysOf(clinic, patientId)).toEqual(['2026-11-23 day.leave']);
  expect(await owedFor(clinic, patientId)).toEqual({ patientCents: 0, insuranceCents: 0 });
  clinic.clock.set(Temporal.Instant.from('2026-11-24T16:00:00Z'));
  await done((await director(clinic)).post(`${stay}/return`, {}));

  for (const [note, midnight] of [
    ['2026-11-25T02:00:00Z', '2026-11-25T08:00:00Z'],
    ['2026-11-26T02:00:00Z', '2026-11-26T08:00:00Z'],
    ['2026-11-27T02:00:00Z', '2026-11-27T08:00:00Z'],
  ] as const) {
    clinic.clock.set(Temporal.Instant.from(note).add({ hours: 1 }));
    await dailyNote(clinic, patientId, programId, note);
    await timeGoesTo(clinic, midnight);
  }
  expect(await daysOf(clinic, patientId)).toEqual(['2026-11-23 day.leave', '2026-11-24 H0018 ready 52000', '2026-11-25 H0018 held 52000', '2026-11-26 H0018 held 52000']);
  expect((await chargesOf(clinic, patientId, 'held')).map(({ holds }) => holds.map(({ code }) => code))).toEqual([
    ['charge.authorization-used-up'],
    ['charge.authorization-used-up'],
  ]);
  await allowed(clinic, { patientId, programId, payerId, number: 'RES-2', allowed: 10, validFrom: '2026-11-25' });
  await clinic.settleJobs();
  expect(await chargesOf(clinic, patientId, 'held')).toEqual([]);
  expect(await owedFor(clinic, patientId)).toEqual({ patientCents: 0, insuranceCents: 156_000 });

  const paul = await biller(clinic);
  expect(await done(paul.post('/claims/builds'))).toMatchObject({ built: 2, held: 0 });
  const lines = (await clinic.sql(
    'owner',
    `select facts -> 'lines' as lines, facts ->> 'priorAuthorization' as number, facts -> 'clinician' as who from billing.claim order by number`,
  )) as {
    lines: { code: string; units: number; amountCents: number; servedOn: string; servedThrough?: string }[];
    number: string;
    who: null;
  }[];
  expect(lines).toMatchObject([
    { number: 'RES-1', who: null, lines: [{ code: 'H0018', units: 1, servedOn: '2026-11-24' }] },
    { number: 'RES-2', lines: [{ code: 'H0018', units: 2, amountCents: 104_000, servedOn: '2026-11-25', servedThrough: '2026-11-26' }] },
  ]);

  // A claim never changes by itself: the day says why it would be otherwise by now, until somebody corrects the claim.
  await done((await director(clinic)).post(`${stay}/leaves`, { kind: 'hospital', at: '2026-11-27T07:00:00Z' }));
  await done((await director(clinic)).post(`${site}/2026-11-26/corrections`, { reason: 'Taken to hospital at eleven' }));
  await clinic.settleJobs();
  expect((await daysOf(clinic, patientId)).at(-1)).toBe('2026-11-26 H0018 claimed 52000');
  const changed = await done(paul.get<{ items: TreatmentDayReply[] }>('/treatment-days/changed'));
  expect(changed.items).toMatchObject([{ day: '2026-11-26', claimNumber: expect.stringMatching(/^H/), changedSince: expect.stringContaining('bed was held') }]);
  const [second] = (await done(paul.get<{ items: ClaimReply[] }>('/claims'))).items.filter(({ amountCents }) => amountCents === 104_000);
  const toCorrect = async () => (await done(paul.get<{ items: ClaimToCorrectReply[] }>('/claims/corrections'))).items;
  expect(await toCorrect()).toMatchObject([{ id: second?.id, act: 'wait' }]);
  await clinic.sql('owner', `update billing.claim set state = 'denied', payer_claim_number = 'ICN1' where id = $1`, [second?.id]);
  expect(await toCorrect()).toMatchObject([
    { act: 'replace', says: 'Send it again with 1 day instead of 2 days.', becomesCents: 52_000, days: [{ day: '2026-11-26', isGone: true, amountCents: 52_000 }] },
  ]);
  const resent = await done(paul.post<{ claimId: string; frequency: string }>(`/claims/${second?.id}/resubmission`, { reason: 'Away in hospital' }));
  expect(resent.frequency).toBe('7');
  expect(await done(paul.get<ClaimDetailReply>(`/claims/${resent.claimId}`))).toMatchObject({
    amountCents: 52_000,
    originalNumber: 'ICN1',
    lines: [{ units: 1, servedOn: '2026-11-25', servedThrough: null }],
  });
  expect((await done(paul.get<{ items: TreatmentDayReply[] }>('/treatment-days/changed'))).items).toEqual([]);
  expect((await daysOf(clinic, patientId)).slice(-2)).toEqual(['2026-11-25 H0018 claimed 52000', '2026-11-26 day.leave']);
  expect(await owedFor(clinic, patientId)).toEqual({ patientCents: 0, insuranceCents: 104_000 });

  await done((await director(clinic)).post(`${stay}/return`, { at: '2026-11-27T07:30:00Z' }));
  clinic.clock.set(Temporal.Instant.from('2026-11-27T20:00:00Z'));
  await done((await director(clinic)).post(`${stay}/departure`, { reason: 'completed', discharge: true }));
  await timeGoesTo(clinic, '2026-11-28T08:00:00Z');
  expect((await daysOf(clinic, patientId)).at(-1)).toBe('2026-11-27 day.discharge');
  const stranger = await clinic.again('second-therapist');
  expect((await stranger.get(`/patients/${patientId}/treatment-days?from=2026-11-01&to=2026-12-31`)).status).toBe(404);
  expect((await (await clinic.again('front-desk')).get(`/patients/${patientId}/treatment-days?from=2026-11-01&to=2026-12-31`)).status).toBe(403);
  expect((await (await biller(clinic)).get(`/patients/${patientId}/treatment-days?from=2026-12-01&to=2026-11-01`)).body).toMatchObject({
    status: 400,
    errors: [{ at: 'to' }],
  });

  // What is known to be wrong is not sent: a built claim of such a day is taken back, and what it held waits for a person.
  await clinic.sql('owner', `update billing.treatment_day set changed_since = 'Was away.' where day = '2026-11-24'`);
  const link = { host: '127.0.0.1', port: 1, username: 'harbor', password: 'secret', hostKeySha256: `SHA256:${'A'.repeat(43)}`, usage: 'T' };
  await done((await clinic.again('administrator')).put('/clearinghouse/connection', { ...link, senderId: 'HARBOR', receiverId: 'SANDBOX', receiverName: 'SANDBOX' }));
  expect(await done((await biller(clinic)).post('/claims/submissions', {}))).toMatchObject({ claims: 1 });
  const [taken, ...others] = await chargesOf(clinic, patientId, 'held');
  expect([taken, others]).toMatchObject([{ servedOn: '2026-11-24', holds: [{ code: 'claim.day-changed', says: 'Was away.' }] }, []]);
  expect(await done((await biller(clinic)).post(`/charges/${taken?.id}/recheck`))).toMatchObject({ state: 'ready', holds: [] });
});

test('days of a program wait for their week and then are charged as the attendance screen foretold, also when a move is taken back', async ({ clinic }) => {
  const [patientId, programId] = [clinic.ids.patients.iop, clinic.ids.programs.iop];
  const payerId = await insured(clinic, patientId);
  const ruth = await director(clinic);
  const { id: otherId } = await done(
    ruth.post<{ id: string }>('/patients', { givenName: 'Ossian', familyName: 'Fell', birthDate: '1982-02-03', administrativeSex: 'M', programId }),
  );
  for (const one of [patientId, otherId]) await admitted(clinic, { patientId: one, programId, on: '2026-11-23' });
  await allowed(clinic, { patientId, programId, payerId, number: 'IOP-1', allowed: 20 });
  const groupId = await groupOf(clinic, programId, [patientId, otherId], '2026-11-23');
  const hours = (day: number) => ({ startsAt: `2026-11-${day}T19:00:00Z`, endsAt: `2026-11-${day}T22:00:00Z` });
  const claimNow = async (who: string) => {
    const { members } = await done(
      (await director(clinic)).get<{ members: { patientId: string; claimNow: { units: number } }[] }>(`/attendance/weeks?programId=${programId}&week=2026-11-23`),
    );
    return members.find((member) => member.patientId === who)?.claimNow.units;
  };

  clinic.clock.set(Temporal.Instant.from('2026-11-23T23:00:00Z'));
  await session(clinic, groupId, hours(23), [patientId, otherId]);
  expect(await chargesOf(clinic, patientId, 'held')).toMatchObject([{ codes: ['H0015'], amountCents: 24_500, holds: [{ code: 'charge.week-open' }] }]);
  await timeGoesTo(clinic, '2026-11-24T08:00:00Z');
  clinic.clock.set(Temporal.Instant.from('2026-11-25T23:00:00Z'));
  await session(clinic, groupId, hours(25), [patientId, otherId]);
  expect(await daysOf(clinic, patientId)).toEqual(['2026-11-23 H0015 held 24500', '2026-11-25 H0015 held 24500']);
  clinic.clock.set(Temporal.Instant.from('2026-11-27T23:00:00Z'));
  await session(clinic, groupId, hours(27), [patientId]);
  const whole = ['2026-11-23 H0015 ready 24500', '2026-11-25 H0015 ready 24500', '2026-11-27 H0015 ready 24500'];
  expect(await daysOf(clinic, patientId)).toEqual(whole);
  expect(await claimNow(patientId)).toBe(whole.length);
  expect(await owedFor(clinic, patientId)).toEqual({ patientCents: 0, insuranceCents: 73_500 });

  // One day a date: a night in a house on the same day takes it in, and gives it free when it is not charged after all.
  await clinic.sql(
    'owner',
    `insert into billing.treatment_day (patient_id, program_id, labels, day, counted_by, verdict, code, says, procedure, facts, judged_at)
     values ($1, $2, '{part2}', '2026-11-25', 'census', 'billable', 'day.billable', 'In the house at midnight.', 'H0018', '{"waits": []}', now())`,
    [patientId, clinic.ids.programs.residential],
  );
  const wednesday = { patientId, from: '2026-11-25', to: '2026-11-25' };
  await runJob(clinic.product.workshop, judgeQueued, { ...wednesday, programId }, 'beside a night');
  expect(await daysOf(clinic, patientId)).toContain('2026-11-25 day.within-night');
  await runJob(clinic.product.workshop, judgeQueued, { ...wednesday, programId: clinic.ids.programs.residential }, 'no night after all');
  await clinic.settleJobs();
  expect((await daysOf(clinic, patientId)).filter((one) => !one.endsWith('day.not-counted'))).toEqual(whole);
  await clinic.sql('owner', `delete from billing.treatment_day where counted_by = 'census'`);

  // A move that is dated before two of the days takes them out of the stay; taken back, they are charged again.
  const stays = await done((await director(clinic)).get<{ items: { id: string; programId: string }[] }>(`/patients/${patientId}/episodes`));
  const move = {
    id: '01990000-0000-7000-8000-0000000000aa',
    episodeId: stays.items.find((stay) => stay.programId === programId)?.id,
    toProgramId: clinic.ids.programs.residential,
    at: '2026-11-24T18:00:00Z',
    reason: 'needs-more',
    clinicianId: clinic.ids.staff['clinical-director'],
  };
  await done((await director(clinic)).post('/transitions', move));
  await clinic.settleJobs();
  expect(await daysOf(clinic, patientId)).toEqual(['2026-11-23 H0015 ready 24500', '2026-11-25 day.no-stay', '2026-11-27 day.no-stay']);
  // Sessions outside a stay are services again, each worth its own.
  expect(await owedFor(clinic, patientId)).toEqual({ patientCents: 0, insuranceCents: 24_500 + 2 * 6_500 });
  await done((await director(clinic)).post(`/transitions/${move.id}/undoing`));
  await clinic.settleJobs();
  expect(await daysOf(clinic, patientId)).toEqual(whole);
  expect(await owedFor(clinic, patientId)).toEqual({ patientCents: 0, insuranceCents: 73_500 });

  await timeGoesTo(clinic, '2026-11-30T08:00:00Z');
  expect(await daysOf(clinic, otherId)).toEqual(['2026-11-23 day.week-below', '2026-11-25 day.week-below', '2026-11-27 day.absent']);
  expect(await claimNow(otherId)).toBe(0);
  expect(await owedFor(clinic, otherId)).toEqual({ patientCents: 0, insuranceCents: 0 });
  expect(await daysOf(clinic, patientId)).toEqual(whole);
  expect(await done((await biller(clinic)).post('/claims/builds'))).toMatchObject({ built: 1 });
  const [claim] = (await done((await biller(clinic)).get<{ items: ClaimReply[] }>('/claims'))).items;
  expect(claim).toMatchObject({ amountCents: 73_500, servedOn: '2026-11-23', codes: ['H0015', 'H0015', 'H0015'] });

  // Another plan pays the other: it lets each day stand, and foretold and charged are what it pays.
  const desk = await clinic.again('front-desk');
  const coverage = { payerId: clinic.ids.payers['state-medicaid'], rank: 1, memberId: 'M1', relationship: '18', validFrom: '2026-01-01' };
  await done(desk.post(`/patients/${otherId}/coverages`, coverage));
  await allowed(clinic, { patientId: otherId, programId, payerId: coverage.payerId ?? '', number: 'MC-1', allowed: 20 });
  await clinic.settleJobs();
  expect(await daysOf(clinic, otherId)).toEqual(['2026-11-23 H0015 ready 24500', '2026-11-25 H0015 ready 24500', '2026-11-27 day.absent']);
  expect(await claimNow(otherId)).toBe(2);
  expect(await owedFor(clinic, otherId)).toEqual({ patientCents: 0, insuranceCents: 49_000 });

  // Rejected as one, its days are held as one, whatever is judged meanwhile, and go out again together.
  await clinic.sql('owner', `update billing.claim set state = 'sent'`);
  await handIn(clinic, claimAcknowledgementText([{ number: claim?.number ?? '', status: 'A7:164' }]), 'answer.277');
  await runJob(clinic.product.workshop, judgeQueued, { patientId, programId, from: '2026-11-23', to: '2026-11-27' }, 'after the rejection');
  expect((await chargesOf(clinic, patientId, 'held')).map(({ holds }) => holds.map(({ code }) => code))).toEqual([
    ['claim.rejected'],
    ['claim.rejected'],
    ['claim.rejected'],
  ]);
  const again = await done((await biller(clinic)).post<{ claimId: string; frequency: string }>(`/claims/${claim?.id}/resubmission`, {}));
  expect(again.frequency).toBe('1');
  expect(await done((await biller(clinic)).get<ClaimDetailReply>(`/claims/${again.claimId}`))).toMatchObject({
    amountCents: 73_500,
    priorAuthorization: 'IOP-1',
    frequency: '1',
  });
  expect(await owedFor(clinic, patientId)).toEqual({ patientCents: 0, insuranceCents: 73_500 });
});

test('a payer pays so many nights on leave and the next one the day of discharge; a night that was no leave after all lets a later one be paid', async ({ clinic }) => {
  const [patientId, programId] = [clinic.ids.patients.residential, clinic.ids.programs.residential];
  const coverages = `/patients/${patientId}/coverages`;
  const { items: before } = await done((await clinic.again('front-desk')).get<{ items: { id: string }[] }>(coverages));
  for (const { id } of before) await done((await clinic.again('front-desk')).patch(`/coverages/${id}`, { validFrom: '2025-01-01', validThrough: '2025-12-31' }));
  const plan = (key: string, more: object) => ({ payerId: clinic.ids.payers[key], rank: 1, memberId: 'W1', relationship: '18', ...more });
  await done((await clinic.again('front-desk')).post(coverages, plan('state-medicaid', { validFrom: '2026-01-01', validThrough: '2026-11-27' })));
  await done((await clinic.again('front-desk')).post(coverages, plan('sound-military', { validFrom: '2026-11-28' })));
  const [bedId] = await housed(clinic, programId, 1);
  const episodeId = await admitted(clinic, { patientId, programId, on: '2026-11-23' });
  const { residencyId } = await done((await director(clinic)).post<Residency>('/residence/residencies', { episodeId, bedId }));
  const stay = `/residence/residencies/${residencyId}`;
  clinic.advance({ minutes: 5 });
  await done((await director(clinic)).post(`${stay}/leaves`, { kind: 'therapeutic' }));
  for (const day of [24, 25, 26, 27]) await timeGoesTo(clinic, `2026-11-${day}T08:00:00Z`);
  const held = (day: number) => `2026-11-${day} H0018 held 52000`;
  expect(await daysOf(clinic, patientId)).toEqual([held(23), held(24), held(25), '2026-11-26 day.leave-limit']);

  await clinic.sql('owner', `update residence.leave set starts_at = '2026-11-24T09:00:00Z' where residency_id = $1`, [residencyId]);
  const site = `/residence/sites/${clinic.ids.sites['cedar-house']}/census`;
  await done((await director(clinic)).post(`${site}/2026-11-23/corrections`, { reason: 'Left the next morning' }));
  await clinic.settleJobs();
  expect(await daysOf(clinic, patientId)).toEqual([held(23), held(24), held(25), held(26)]);

  clinic.clock.set(Temporal.Instant.from('2026-11-28T20:00:00Z'));
  await done((await director(clinic)).post(`${stay}/return`, {}));
  clinic.clock.set(Temporal.Instant.from('2026-11-28T21:00:00Z'));
  await done((await director(clinic)).post(`${stay}/departure`, { reason: 'completed', discharge: true }));
  await timeGoesTo(clinic, '2026-11-29T08:00:00Z');
  expect((await daysOf(clinic, patientId)).at(-1)).toBe(held(28));
});
