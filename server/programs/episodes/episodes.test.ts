import { expect } from 'vitest';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';

const referral = (clinic: Clinic, patient: keyof Clinic['ids']['patients'], program: keyof Clinic['ids']['programs']) => ({
  patientId: clinic.ids.patients[patient],
  programId: clinic.ids.programs[program],
  referredOn: '2026-11-20',
  source: 'self',
});

test('a person is referred, screened, admitted and discharged', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const { id } = (await desk.post('/episodes', referral(clinic, 'outpatient', 'php'))).body;
  expect((await desk.post(`/episodes/${id}/screening`, { on: '2026-11-21' })).body).toEqual({ id, state: 'screening' });
  expect((await desk.post(`/episodes/${id}/admission`, { on: '2026-11-22', primaryClinicianId: clinic.ids.staff.therapist })).body).toEqual({ id, state: 'admitted' });
  expect((await desk.post(`/episodes/${id}/discharge`, { on: '2026-11-23', reason: 'completed' })).body).toEqual({ id, state: 'discharged' });
  const stay = (await desk.get(`/patients/${clinic.ids.patients.outpatient}/episodes`)).body.items.find((episode: { id: string }) => episode.id === id);
  expect(stay).toMatchObject({
    state: 'discharged',
    screenedOn: '2026-11-21',
    admittedOn: '2026-11-22',
    endedOn: '2026-11-23',
    endReason: 'completed',
    next: [],
    programName: 'Partial Hospital Program',
  });
});

test('a step that cannot follow is refused in words', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const { id } = (await desk.post('/episodes', referral(clinic, 'outpatient', 'php'))).body;
  expect((await desk.post(`/episodes/${id}/discharge`, { on: '2026-11-23', reason: 'completed' })).body).toMatchObject({ status: 409, code: 'episode.no-discharge-now' });
  expect((await desk.post(`/episodes/${id}/admission`, { on: '2026-11-01' })).body).toMatchObject({ code: 'episode.date-before' });
});

test('there is one open stay in a program at a time, also when sent twice at once', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  await Promise.all([1, 2].map(() => desk.post('/episodes', referral(clinic, 'outpatient', 'php'))));
  const open = await clinic.sql('owner', 'select count(*)::int as count from programs.open_episode where patient_id = $1 and program_id = $2', [
    clinic.ids.patients.outpatient,
    clinic.ids.programs.php,
  ]);
  expect(open).toEqual([{ count: 1 }]);
  expect((await desk.post('/episodes', referral(clinic, 'outpatient', 'php'))).body).toMatchObject({ status: 409, code: 'episode.already-open' });
});

test('a program finds a person from the referral on', async ({ clinic }) => {
  const otp = await clinic.asStaff(clinic.ids.staff['otp-therapist']);
  const patientId = clinic.ids.patients.outpatient;
  expect((await otp.get(`/patients/${patientId}`)).status).toBe(404);
  const outpatient = await clinic.as('second-therapist');
  expect((await outpatient.post('/episodes', referral(clinic, 'outpatient', 'otp'))).status).toBe(200);
  const { mrn } = (await otp.get(`/patients/${patientId}`)).body;
  expect((await otp.get(`/patients?q=${mrn}`)).body.items).toHaveLength(1);
  expect((await otp.get(`/patients/${patientId}/episodes`)).body.items).toMatchObject([{ programId: clinic.ids.programs.otp, labels: ['part2'], state: 'referral' }]);
});

test('who refers from outside does not see the referral again, nor whether one was open already', async ({ clinic }) => {
  const outpatient = await clinic.as('second-therapist');
  const [first, second] = [
    await outpatient.post('/episodes', referral(clinic, 'outpatient', 'otp')),
    await outpatient.post('/episodes', referral(clinic, 'outpatient', 'otp')),
  ];
  expect([first.status, second.status]).toEqual([200, 200]);
  const seen = (await outpatient.get(`/patients/${clinic.ids.patients.outpatient}/episodes`)).body.items;
  expect(seen.map(({ programId }: { programId: string }) => programId)).not.toContain(clinic.ids.programs.otp);
  expect((await outpatient.get(`/patients/${clinic.ids.patients.outpatient}/banner`)).body.programs.map(({ id }: { id: string }) => id)).not.toContain(
    clinic.ids.programs.otp,
  );
});

test('what the OTP knows is not referred on without consent', async ({ clinic }) => {
  await clinic.sql('owner', `delete from identity.program_membership where staff_id = $1 and program_id <> $2`, [
    clinic.ids.staff['otp-therapist'],
    clinic.ids.programs.otp,
  ]);
  const otp = await clinic.asStaff(clinic.ids.staff['otp-therapist']);
  expect((await otp.post('/episodes', referral(clinic, 'otp', 'outpatient'))).body).toMatchObject({ status: 422, code: 'episode.referral-needs-consent' });
});

test('a stay of a program in which one does not work answers like none', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const { id } = (await desk.post('/episodes', referral(clinic, 'outpatient', 'otp'))).body;
  const outpatient = await clinic.as('second-therapist');
  const hidden = await outpatient.post(`/episodes/${id}/admission`, { on: '2026-11-23' });
  const absent = await outpatient.post('/episodes/01990000-0000-7000-8000-000000000000/admission', { on: '2026-11-23' });
  expect(hidden.status).toBe(404);
  expect(hidden.bytes.equals(absent.bytes)).toBe(true);
});

test('the banner names the person as they are called, with the programs of who looks', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const patientId = clinic.ids.patients.outpatient;
  await desk.patch(`/patients/${patientId}`, { nameToUse: 'Sunny', pronouns: 'they/them' });
  await desk.post('/episodes', referral(clinic, 'outpatient', 'php'));
  const { body } = await desk.get(`/patients/${patientId}/banner`);
  expect(body).toMatchObject({ id: patientId, name: expect.stringMatching(/^Sunny /), pronouns: 'they/them' });
  expect(body.programs).toEqual(expect.arrayContaining([expect.objectContaining({ id: clinic.ids.programs.php, state: 'referral', part2: false })]));
});

test('stays are listed by program and state, page by page', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  for (const patient of ['outpatient', 'psychiatry', 'iop'] as const) await desk.post('/episodes', referral(clinic, patient, 'php'));
  const path = `/episodes?programId=${clinic.ids.programs.php}&state=referral&limit=2`;
  const first = (await desk.get(path)).body;
  const second = (await desk.get(`${path}&cursor=${first.next}`)).body;
  const found = [...first.items, ...second.items].map(({ patientId }: { patientId: string }) => patientId);
  expect(first.items).toHaveLength(2);
  expect(found.toSorted()).toEqual([clinic.ids.patients.outpatient, clinic.ids.patients.psychiatry, clinic.ids.patients.iop].toSorted());
});
