import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';

test('a patient learns who looked, when, why and at what, in plain words', async ({ clinic }) => {
  const patientId = clinic.ids.patients.outpatient;
  const therapist = await clinic.as('therapist');
  await therapist.get(`/patients/${patientId}`);
  await therapist.get(`/patients/${patientId}/diagnoses`);
  await (await clinic.as('administrator')).get(`/patients/${patientId}`);
  const { body } = await (await clinic.as('privacy-officer')).get(`/patients/${patientId}/access-report`);
  expect(body).toMatchObject({ to: '2026-11-23', from: '2025-11-23', namesStaff: true });
  expect(body.items).toEqual([
    { day: '2026-11-23', who: 'Ana Rivera', why: 'to treat you', what: 'diagnoses, what is recorded of who you are and how to reach you', times: 2 },
  ]);
});

test('names of staff are left out when the organisation decided so', async ({ clinic }) => {
  const patientId = clinic.ids.patients.outpatient;
  await (await clinic.as('therapist')).get(`/patients/${patientId}`);
  const officer = await clinic.as('privacy-officer');
  await officer.put('/oversight-policy', { emergencyMinutes: 60, reviewHours: 72, namesStaffToPatients: false, source: 'Board, 2026-11-23' });
  const { body } = await officer.get(`/patients/${patientId}/access-report`);
  expect(body.items[0]).toMatchObject({ who: 'a member of the staff (therapist)' });
  expect(JSON.stringify(body)).not.toContain('Rivera');
});

test('looks at merged records of the person are in it', async ({ clinic }) => {
  const { outpatient, psychiatry } = clinic.ids.patients;
  await (await clinic.as('prescriber')).get(`/patients/${psychiatry}`);
  await clinic.sql('owner', 'update patients.patient set merged_into = $1 where id = $2', [outpatient, psychiatry]);
  const { body } = await (await clinic.as('privacy-officer')).get(`/patients/${outpatient}/access-report`);
  expect(body.items).toHaveLength(1);
});

test('it is made by reviewers only, and for nobody who is not there', async ({ clinic }) => {
  expect((await (await clinic.as('therapist')).get(`/patients/${clinic.ids.patients.outpatient}/access-report`)).status).toBe(403);
  expect((await (await clinic.as('privacy-officer')).get('/patients/019aaaaa-0000-7000-8000-000000000000/access-report')).status).toBe(404);
});
