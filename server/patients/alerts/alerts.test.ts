import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';

test('an alert of the OTP is a record of the OTP: who shares only another program does not see it', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const patientId = clinic.ids.patients.outpatient;
  await desk.post('/episodes', { patientId, programId: clinic.ids.programs.otp, referredOn: '2026-11-20', source: 'self' });
  const path = `/patients/${patientId}/alerts`;
  await desk.post(path, { programId: clinic.ids.programs.otp, kind: 'clinical', severity: 'danger', says: 'Naloxone at the front desk' });
  await desk.post(path, { programId: clinic.ids.programs.outpatient, kind: 'communication', severity: 'note', says: 'Hard of hearing, speak slowly' });
  expect((await desk.get(path)).body.items.map(({ says }: { says: string }) => says)).toEqual(['Naloxone at the front desk', 'Hard of hearing, speak slowly']);
  const outpatient = await clinic.as('second-therapist');
  expect((await outpatient.get(path)).body.items).toMatchObject([{ says: 'Hard of hearing, speak slowly' }]);
  expect((await outpatient.get(`/patients/${patientId}/banner`)).body.alerts).toHaveLength(1);
  expect(await clinic.sql('owner', `select severity, labels from patients.alert order by severity`)).toEqual([
    { severity: 'danger', labels: ['part2'] },
    { severity: 'note', labels: [] },
  ]);
});

test('an alert goes when it is resolved or its last day is over', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const path = `/patients/${clinic.ids.patients.outpatient}/alerts`;
  const said = { programId: clinic.ids.programs.outpatient, kind: 'safety', severity: 'warning' };
  const { id } = (await desk.post(path, { ...said, says: 'Do not seat near the door' })).body;
  await desk.post(path, { ...said, says: 'Cast on the left arm', until: '2026-11-24' });
  expect((await desk.get(path)).body.items).toHaveLength(2);
  await desk.post(`/alerts/${id}/resolution`, { reason: 'No longer needed' });
  clinic.advance({ hours: 48 });
  expect((await (await clinic.as('clinical-director')).get(path)).body).toMatchObject({ items: [] });
});
