import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';

const outOfStep = `select p.id from patients.patient p
  where array(select unnest(p.known_to) order by 1) is distinct from array(select k.program_id from privacy.patient_program k where k.patient_id = p.id order by 1)`;

test('the programs that know a person stand beside the person, in step, whoever writes; the application can neither read nor write them', async ({ clinic }) => {
  const { ids } = clinic;
  const desk = await clinic.as('front-desk');
  const registered = await desk.post<{ id: string }>('/patients', {
    givenName: 'Noor',
    familyName: 'Haddad',
    birthDate: '1991-04-09',
    programId: ids.programs.outpatient,
  });
  expect(registered.status, JSON.stringify(registered.body)).toBe(200);
  const referral = { patientId: registered.body.id, programId: ids.programs.iop, referredOn: '2026-11-20', source: 'self' };
  expect((await desk.post('/episodes', referral)).status).toBe(200);
  expect(await clinic.sql('owner', 'select cardinality(known_to) as count from patients.patient where id = $1', [registered.body.id])).toEqual([{ count: 2 }]);
  await clinic.sql('owner', 'delete from privacy.patient_program where patient_id = $1 and program_id = $2', [registered.body.id, ids.programs.iop]);
  expect(await clinic.sql('owner', outOfStep)).toEqual([]);
  // A record that claims to be known is not believed.
  const claimed = `insert into patients.patient (mrn, given_name, family_name, birth_date, known_to) values ('X1', 'A', 'B', '1990-01-01', $1) returning cardinality(known_to) as count`;
  expect(await clinic.sql('owner', claimed, [[ids.programs.outpatient]])).toEqual([{ count: 0 }]);
  for (const attempt of [
    'select known_to from patients.patient',
    'select * from patients.patient',
    `select id from patients.patient where known_to <> '{}'`,
    `update patients.patient set known_to = '{}'`,
    `insert into patients.patient (mrn, given_name, family_name, birth_date, known_to) values ('X2', 'A', 'B', '1990-01-01', '{}')`,
  ])
    await expect(clinic.sql('app', attempt), attempt).rejects.toThrow(/permission denied/);
});
