import { expect } from 'vitest';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';

/** Runs the hourly job; each run has a queue entry of its own. */
async function goThrough(clinic: Clinic): Promise<void> {
  await clinic.sql('owner', `select graphile_worker.add_job('audit.review-access', '{}'::json)`);
  await clinic.settleJobs();
}

/** A day on which somebody looked where they had no business, and its review the morning after. */
async function aDayWithFindings(clinic: Clinic) {
  const { outpatient } = clinic.ids.patients;
  await clinic.sql('owner', `update patients.patient set given_name = 'Ana', name_to_use = null, family_name = 'Rivera' where id = $1`, [outpatient]);
  await (await clinic.as('therapist')).get(`/patients/${outpatient}`);
  await (await clinic.as('second-therapist')).get(`/patients/${outpatient}`);
  for (let attempt = 0; attempt < 5; attempt += 1) await (await clinic.as('second-therapist')).get(`/patients/${clinic.ids.patients.otp}`);
  clinic.advance({ hours: 24 });
  await goThrough(clinic);
  const officer = await clinic.again('privacy-officer');
  const { body } = await officer.get('/access-review/days/2026-11-23/findings');
  return { officer, findings: body.items as { id: string; rule: string; actorId: string; patientId: string | null; count: number }[] };
}

test('a finished day is gone through once by the rules', async ({ clinic }) => {
  const { officer, findings } = await aDayWithFindings(clinic);
  const of = (rule: string) => findings.filter((finding) => finding.rule === rule).map(({ actorId, count }) => [actorId, count]);
  expect(of('own-record')).toEqual([[clinic.ids.staff.therapist, 1]]);
  expect(of('colleague')).toEqual([[clinic.ids.staff['second-therapist'], 1]]);
  expect(of('denied')).toEqual([[clinic.ids.staff['second-therapist'], 5]]);
  await goThrough(clinic);
  const { body } = await officer.get('/access-review/days');
  expect(body.items[0]).toMatchObject({ day: '2026-11-23', findings: findings.length, unmarked: findings.length, closedAt: null });
  expect(body.items).toHaveLength(7);
});

test('an emergency of the day is among its findings', async ({ clinic }) => {
  await (await clinic.as('second-therapist')).post(`/patients/${clinic.ids.patients.otp}/emergencies`, {
    recipientName: 'Dr. Ines Falk',
    recipientAffiliation: "St. Mary's Hospital",
    discloserName: 'Ana Rivera',
    disclosedAt: '2026-11-23T17:58:00Z',
    nature: 'Unconscious',
    consentCannotBeHad: true,
  });
  clinic.advance({ hours: 24 });
  await goThrough(clinic);
  const { body } = await (await clinic.again('privacy-officer')).get('/access-review/days/2026-11-23/findings');
  expect(body.items).toMatchObject([{ rule: 'break-glass', patientId: clinic.ids.patients.otp }]);
});

test('a day is closed by a named person once each finding has a verdict', async ({ clinic }) => {
  const { officer, findings } = await aDayWithFindings(clinic);
  const close = () => officer.post('/access-review/days/2026-11-23/closing', { note: '' });
  expect((await close()).body.code).toBe('review.unmarked');
  const judge = (id: string, verdict: object) => officer.post(`/access-review/findings/${id}/verdict`, verdict);
  expect((await judge(findings[0]?.id ?? '', { verdict: 'explained', note: ' ' })).status).toBe(400);
  expect((await judge(findings[0]?.id ?? '', { verdict: 'incident', note: 'To be looked into' })).body.code).toBe('review.incident');
  for (const { id } of findings) expect((await judge(id, { verdict: 'explained', note: 'Asked; part of the intake' })).status).toBe(204);
  expect((await close()).status).toBe(204);
  expect((await officer.get('/access-review/days')).body.items[0]).toMatchObject({ unmarked: 0, closedByName: 'Judith Cox' });
  expect((await judge(findings[0]?.id ?? '', { verdict: 'follow-up', note: 'Changed my mind' })).body.code).toBe('review.day-closed');
  expect((await close()).body.code).toBe('review.day-closed');
});

test('nobody judges a finding about themselves, and only reviewers see findings', async ({ clinic }) => {
  const { findings } = await aDayWithFindings(clinic);
  expect((await (await clinic.again('therapist')).get('/access-review/days')).status).toBe(403);
  expect((await (await clinic.again('administrator')).get('/access-review/days')).status).toBe(403);
  await clinic.sql('owner', `insert into identity.staff_role (staff_id, role_code) values ($1, 'privacy-officer')`, [clinic.ids.staff.therapist]);
  const own = findings.find(({ rule }) => rule === 'own-record');
  const reply = await (await clinic.again('therapist')).post(`/access-review/findings/${own?.id ?? ''}/verdict`, { verdict: 'explained', note: 'It was me' });
  expect(reply.body.code).toBe('review.own');
  for (const table of ['finding', 'review_day', 'daily_use']) expect(await clinic.sql('app', `select * from audit.${table}`)).toEqual([]);
});

test('the rules say where they come from', async ({ clinic }) => {
  const { body } = await (await clinic.as('privacy-officer')).get('/access-review/rules');
  expect(body.source).toContain('164.308');
  expect(body.items).toHaveLength(8);
});
