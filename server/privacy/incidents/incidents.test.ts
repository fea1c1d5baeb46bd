import { expect } from 'vitest';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';

const factors = {
  natureOfRecords: 'Names, birth dates and attendance in the OTP',
  natureRisk: 'medium',
  unauthorizedPerson: 'A former employee',
  personRisk: 'medium',
  acquiredOrViewed: 'The laptop was found locked; the log shows no sign-in',
  viewedRisk: 'low',
  mitigation: 'Recovered the same day, statement in writing',
  mitigationRisk: 'low',
  rationale: 'Nobody could have read it for more than an hour',
};

async function entered(clinic: Clinic, more: object = {}) {
  const officer = await clinic.as('privacy-officer');
  const { body } = await officer.post('/incidents', {
    title: 'Laptop left on a bus',
    whatHappened: 'An unlocked laptop with the day list of the OTP stayed on bus 41.',
    happenedOn: '2026-11-20',
    discoveredOn: '2026-11-23',
    role: 'part2-program',
    involvesPart2: true,
    patientIds: [clinic.ids.patients.otp],
    ...more,
  });
  return { officer, id: String(body.id), number: body.number as number };
}

test('an incident runs its clocks from the day of discovery until somebody assesses it', async ({ clinic }) => {
  const { officer, id } = await entered(clinic);
  const { body } = await officer.get(`/incidents/${id}`);
  expect(body).toMatchObject({ state: 'open', individuals: 1, assessment: null, obstacles: [{ code: 'incident.not-assessed' }] });
  expect(body.duties.map(({ code, dueOn }: { code: string; dueOn: string }) => [code, dueOn])).toEqual([
    ['individuals', '2027-01-22'],
    ['secretary', '2027-03-01'],
  ]);
  expect((await officer.get('/incidents')).body.items).toMatchObject([{ id, nextDuty: { dueOn: '2027-01-22', isOverdue: false } }]);
});

test('it is closed only with an assessment, and a breach only when everybody was told', async ({ clinic }) => {
  const { officer, id } = await entered(clinic);
  const close = () => officer.post(`/incidents/${id}/closing`, { note: 'Encrypted all laptops since.' });
  expect((await close()).body.code).toBe('incident.not-assessed');
  expect((await officer.post(`/incidents/${id}/assessments`, { ...factors, conclusion: 'breach' })).body.state).toBe('assessed');
  expect((await close()).body).toMatchObject({ code: 'incident.duty-open', obstacles: [{}, {}] });
  expect((await officer.post(`/incidents/${id}/duties`, { duty: 'media-WA', says: 'Not owed' })).status).toBe(404);
  await officer.post(`/incidents/${id}/duties`, { duty: 'individuals', says: 'Letter sent on 2026-11-24' });
  await officer.post(`/incidents/${id}/duties`, { duty: 'secretary', says: 'Entered in the yearly report' });
  expect((await close()).body).toMatchObject({ state: 'closed', closingNote: 'Encrypted all laptops since.' });
  expect((await close()).body.code).toBe('incident.closed');
  expect((await officer.post(`/incidents/${id}/assessments`, { ...factors, conclusion: 'breach' })).status).toBe(409);
  expect((await officer.get('/incidents')).body.items).toEqual([]);
  expect((await officer.get('/incidents?state=closed')).body.items).toMatchObject([{ id, nextDuty: null }]);
});

test('a low probability ends the clocks, but not with a high factor; an earlier assessment stays on record', async ({ clinic }) => {
  const { officer, id } = await entered(clinic);
  const assess = (more: object) => officer.post(`/incidents/${id}/assessments`, { ...factors, ...more });
  expect((await assess({ conclusion: 'low-probability', personRisk: 'high' })).body.code).toBe('incident.factor-high');
  expect((await assess({ conclusion: 'secured' })).body.code).toBe('incident.unsecured');
  await assess({ conclusion: 'breach' });
  clinic.advance({ minutes: 1 });
  expect((await assess({ conclusion: 'low-probability' })).body).toMatchObject({ duties: [], obstacles: [], assessment: { conclusion: 'low-probability' } });
  expect(await clinic.sql('owner', 'select conclusion from privacy.incident_assessment order by assessed_at')).toEqual([
    { conclusion: 'breach' },
    { conclusion: 'low-probability' },
  ]);
  await expect(clinic.sql('owner', `update privacy.incident_assessment set conclusion = 'breach'`)).rejects.toThrow('only ever added');
});

test('more persons move the clocks; who changes an old version is told', async ({ clinic }) => {
  const { officer, id } = await entered(clinic);
  const { body: now } = await officer.get(`/incidents/${id}`);
  const change = {
    title: now.title,
    whatHappened: now.whatHappened,
    discoveredOn: now.discoveredOn,
    role: now.role,
    individuals: 612,
    residents: { WA: 612 },
    version: now.version,
  };
  const { body } = await officer.put(`/incidents/${id}`, change);
  expect(body.duties.map(({ code, dueOn }: { code: string; dueOn: string }) => [code, dueOn])).toEqual([
    ['individuals', '2027-01-22'],
    ['secretary', '2027-01-22'],
    ['media-WA', '2027-01-22'],
  ]);
  expect((await officer.put(`/incidents/${id}`, change)).body.code).toBe('incident.changed');
  expect((await officer.put(`/incidents/${id}`, { ...change, version: 2, delayedUntil: '2027-02-01' })).body.errors).toMatchObject([{ at: 'delayGround' }]);
  const asked = { ...change, version: 2, delayedUntil: '2027-02-01', delayGround: 'Tacoma police in writing, 2026-11-24' };
  expect((await officer.put(`/incidents/${id}`, asked)).body.duties[0]).toMatchObject({ dueOn: '2027-02-01' });
});

test('the list of letters has an address for each person and says who was written to', async ({ clinic }) => {
  const { officer, id } = await entered(clinic);
  const { body } = await officer.get(`/incidents/${id}/letters`);
  expect(body.items).toMatchObject([
    { patientId: clinic.ids.patients.otp, name: expect.stringMatching(/\w+ \w+/), address: expect.stringMatching(/\d/), notifiedAt: null },
  ]);
  expect((await officer.post(`/incidents/${id}/letters`, { patientId: clinic.ids.patients.otp, how: 'first-class-mail' })).status).toBe(204);
  expect((await officer.post(`/incidents/${id}/letters`, { patientId: clinic.ids.patients.iop, how: 'first-class-mail' })).status).toBe(404);
  expect((await officer.get(`/incidents/${id}/letters`)).body.items).toMatchObject([{ notifiedHow: 'first-class-mail' }]);
});

test('nobody but those who keep the register sees anything of it', async ({ clinic }) => {
  const { id } = await entered(clinic);
  for (const role of ['therapist', 'clinical-director', 'administrator', 'front-desk'] as const)
    expect((await (await clinic.as(role)).get(`/incidents/${id}`)).status).toBe(403);
  for (const table of ['incident', 'incident_patient', 'incident_assessment', 'incident_step'])
    expect(await clinic.sql('app', `select * from privacy.${table}`)).toEqual([]);
});
