import { expect } from 'vitest';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';

async function twoRecords(clinic: Clinic) {
  const desk = await clinic.as('front-desk');
  const said = { givenName: 'Rosa', familyName: 'Delacroix', birthDate: '1979-09-09' };
  const kept = (await desk.post('/patients', { ...said, programId: clinic.ids.programs.outpatient })).body;
  const double = (await desk.post('/patients', { ...said, familyName: 'Vandermeer', phone: '2535550188', programId: clinic.ids.programs.otp })).body;
  return { desk, kept, double };
}

const reason = 'Same identity card seen at both desks';
const everything = `select (select jsonb_agg(p order by p.id) from (select id, mrn, family_name, merged_into from patients.patient) p) as people,
  (select jsonb_agg(k order by k.patient_id, k.program_id) from (select patient_id, program_id from privacy.patient_program) k) as known,
  (select jsonb_agg(s order by s.program_id, s.patient_id, s.first, s.second) from patients.search_name s) as names,
  (select jsonb_agg(s order by s.program_id, s.patient_id, s.number) from patients.search_number s) as numbers`;

test('after a merge both numbers lead to the survivor, whose data stay', async ({ clinic }) => {
  const { desk, kept, double } = await twoRecords(clinic);
  const { status } = await desk.post(`/patients/${kept.id}/merge`, { duplicateId: double.id, reason });
  expect(status).toBe(200);
  const shown = (await desk.get(`/patients/${double.id}`)).body;
  expect(shown).toMatchObject({ id: kept.id, mrn: kept.mrn, familyName: 'Delacroix', phone: null, mergedRecords: [{ id: double.id, mrn: double.mrn }] });
  expect((await desk.get('/patients?q=vandermeer')).body.items).toMatchObject([{ id: kept.id, matchedOn: expect.arrayContaining(['former-record']) }]);
});

test('what was written under the duplicate is read with the survivor', async ({ clinic }) => {
  const { desk, kept, double } = await twoRecords(clinic);
  await desk.post(`/patients/${double.id}/contacts`, {
    name: 'Iris Vandermeer',
    kind: 'emergency',
    relationship: 'SIB',
    mayContact: true,
    mayLeaveMessage: false,
    mayDiscussCare: false,
  });
  await desk.post(`/patients/${kept.id}/merge`, { duplicateId: double.id, reason });
  expect((await desk.get(`/patients/${kept.id}/contacts`)).body.items).toMatchObject([{ name: 'Iris Vandermeer' }]);
});

test('the program of the duplicate reaches the survivor', async ({ clinic }) => {
  const { desk, kept, double } = await twoRecords(clinic);
  const otp = await clinic.asStaff(clinic.ids.staff['otp-therapist']);
  expect((await otp.get(`/patients/${kept.id}`)).status).toBe(404);
  await desk.post(`/patients/${kept.id}/merge`, { duplicateId: double.id, reason });
  expect((await otp.get(`/patients/${double.id}`)).body).toMatchObject({ id: kept.id });
  expect((await otp.get('/patients?q=delacroix')).body.items).toMatchObject([{ id: kept.id }]);
});

test('undoing a merge restores every row exactly', async ({ clinic }) => {
  const { desk, kept, double } = await twoRecords(clinic);
  await clinic.settleJobs();
  const before = await clinic.sql('owner', everything);
  const { body } = await desk.post(`/patients/${kept.id}/merge`, { duplicateId: double.id, reason });
  await clinic.settleJobs();
  expect(await clinic.sql('owner', everything)).not.toEqual(before);
  expect((await desk.post(`/merges/${body.mergeId}/undo`, { reason: 'Two sisters after all' })).status).toBeLessThan(300);
  await clinic.settleJobs();
  expect(await clinic.sql('owner', everything)).toEqual(before);
  expect((await desk.get(`/patients/${kept.id}/merges`)).body.items).toMatchObject([{ undoneReason: 'Two sisters after all' }]);
});

test('a merge on which another builds is undone after that one', async ({ clinic }) => {
  const { desk, kept, double } = await twoRecords(clinic);
  const third = (await desk.post('/patients', { givenName: 'Ros', familyName: 'Delacourt', birthDate: '1950-01-01', programId: clinic.ids.programs.php })).body;
  const first = (await desk.post(`/patients/${kept.id}/merge`, { duplicateId: double.id, reason })).body;
  const second = (await desk.post(`/patients/${third.id}/merge`, { duplicateId: kept.id, reason })).body;
  await clinic.settleJobs();
  expect((await desk.get(`/patients/${double.id}`)).body.id).toBe(third.id);
  expect((await desk.post(`/merges/${first.mergeId}/undo`, { reason: 'Too early' })).body).toMatchObject({ code: 'merge.built-on' });
  await desk.post(`/merges/${second.mergeId}/undo`, { reason: 'In order' });
  expect((await desk.post(`/merges/${first.mergeId}/undo`, { reason: 'In order' })).status).toBeLessThan(300);
  await clinic.settleJobs();
  expect((await desk.get(`/patients/${double.id}`)).body.id).toBe(double.id);
});

test('records merged, parted and merged again before any job ran are merged', async ({ clinic }) => {
  const { desk, kept, double } = await twoRecords(clinic);
  const first = (await desk.post(`/patients/${kept.id}/merge`, { duplicateId: double.id, reason })).body;
  await desk.post(`/merges/${first.mergeId}/undo`, { reason: 'Not sure any more' });
  await desk.post(`/patients/${kept.id}/merge`, { duplicateId: double.id, reason });
  await clinic.settleJobs();
  expect((await desk.get(`/patients/${double.id}`)).body.id).toBe(kept.id);
  const otp = await clinic.asStaff(clinic.ids.staff['otp-therapist']);
  expect((await otp.get(`/patients/${double.id}`)).body.id).toBe(kept.id);
});

test('nobody merges a record that they cannot see', async ({ clinic }) => {
  const { kept, double } = await twoRecords(clinic);
  await clinic.sql('owner', `insert into identity.role_permission (role_code, permission_code) values ('therapist', 'patient.merge')`);
  const outpatient = await clinic.as('second-therapist');
  expect((await outpatient.post(`/patients/${kept.id}/merge`, { duplicateId: double.id, reason })).status).toBe(404);
});

test('two merges of the same records at once end in one', async ({ clinic }) => {
  const { desk, kept, double } = await twoRecords(clinic);
  const replies = await Promise.all([
    desk.post(`/patients/${kept.id}/merge`, { duplicateId: double.id, reason }),
    desk.post(`/patients/${double.id}/merge`, { duplicateId: kept.id, reason }),
  ]);
  expect(replies.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([200, 409]);
});
