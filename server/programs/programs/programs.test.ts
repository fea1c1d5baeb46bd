import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';

const basis = 'General mental health unit; does not hold itself out as providing SUD treatment';

test('an administrator sets up a program with its Part 2 status', async ({ clinic }) => {
  const administrator = await clinic.as('administrator');
  const status = { part2: true, basis: 'Holds itself out as SUD treatment; Medicaid participation', validFrom: '2026-11-01' };
  const said = { name: 'Night IOP', siteId: clinic.ids.sites['harbor-point'], kind: 'iop', levelOfCare: 'ASAM-2.1', placeOfService: '57', status };
  const { body, status: code } = await administrator.post('/programs', said);
  expect(code).toBe(200);
  const made = (await administrator.get('/programs')).body.items.find((program: { id: string }) => program.id === body.id);
  expect(made).toMatchObject({
    name: 'Night IOP',
    part2: true,
    part2History: [{ part2: true, validFrom: '2026-11-01', validTo: null }],
    levelOfCare: { code: 'ASAM-2.1' },
  });
  expect((await administrator.post('/programs', said)).body).toMatchObject({ code: 'program.name-taken' });
});

test('a level of care of another kind and an unusual place are both named', async ({ clinic }) => {
  const administrator = await clinic.as('administrator');
  const said = {
    name: 'Odd',
    siteId: clinic.ids.sites['harbor-point'],
    kind: 'otp',
    levelOfCare: 'MH-PHP',
    placeOfService: '11',
    status: { part2: false, basis, validFrom: '2026-11-01' },
  };
  const { body } = await administrator.post('/programs', said);
  expect(body.obstacles.map(({ code }: { code: string }) => code)).toEqual(['program.level-of-other-kind', 'program.place-unusual']);
});

test('a program may become one outside Part 2; records made before keep their label', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const administrator = await clinic.as('administrator');
  const programId = clinic.ids.programs.otp;
  const patientId = clinic.ids.patients.outpatient;
  await desk.post('/episodes', { patientId, programId, referredOn: '2026-11-20', source: 'self' });
  expect((await administrator.post(`/programs/${programId}/part2-statuses`, { part2: false, basis, validFrom: '2026-11-23' })).status).toBeLessThan(300);
  await desk.post('/episodes', { patientId: clinic.ids.patients.php, programId, referredOn: '2026-11-20', source: 'self' });
  const labels = await clinic.sql('owner', 'select patient_id, labels from programs.episode where program_id = $1 and patient_id = any ($2)', [
    programId,
    [patientId, clinic.ids.patients.php],
  ]);
  expect(labels).toEqual(
    expect.arrayContaining([
      { patient_id: patientId, labels: ['part2'] },
      { patient_id: clinic.ids.patients.php, labels: [] },
    ]),
  );
});

test('the history of a status is not rewritten', async ({ clinic }) => {
  const administrator = await clinic.as('administrator');
  const path = `/programs/${clinic.ids.programs.otp}/part2-statuses`;
  expect((await administrator.post(path, { part2: false, basis, validFrom: '1999-01-01' })).body).toMatchObject({ status: 409, code: 'program.status-not-later' });
});

test('a program is renamed and closed; a closed one takes nobody in', async ({ clinic }) => {
  const administrator = await clinic.as('administrator');
  const programId = clinic.ids.programs.php;
  expect((await administrator.patch(`/programs/${programId}`, { name: 'Day Program', active: false })).status).toBeLessThan(300);
  const desk = await clinic.as('front-desk');
  const reply = await desk.post('/episodes', { patientId: clinic.ids.patients.outpatient, programId, referredOn: '2026-11-20', source: 'self' });
  expect(reply.body).toMatchObject({ status: 422, code: 'episode.program-closed' });
});

test('a therapist sets up no program', async ({ clinic }) => {
  const therapist = await clinic.as('therapist');
  expect((await therapist.patch(`/programs/${clinic.ids.programs.php}`, { name: 'Mine' })).status).toBe(403);
});
