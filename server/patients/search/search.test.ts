import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';

interface Found {
  id: string;
  displayName: string;
  matchedOn: string[];
}

const maria = { givenName: 'María José', familyName: "O'Brien-Castellanos", birthDate: '1988-03-04', phone: '2535550142', nameToUse: 'Majo' };

test.for([
  ['the family name', 'castellanos', 'name'],
  ['the beginning of it', 'cast', 'name'],
  ['given and family name', 'maria castellanos', 'name'],
  ['family name, given name', 'OBrien, María', 'name'],
  ['the name to use', 'majo cas', 'name'],
  ['two letters swapped', 'casteallnos', 'similar-name'],
  ['a letter left out, given name begun', 'mar castelanos', 'similar-name'],
  ['a spelling by ear', 'kastelanos', 'similar-name'],
  ['the birth date', '3/4/1988', 'birth-date'],
  ['the birth date in ISO', '1988-03-04', 'birth-date'],
  ['the phone', '(253) 555-0142', 'phone'],
  ['the last four of the phone', '0142', 'phone'],
  ['name and birth date', 'castellanos 3/4/88', 'birth-date'],
] as const)('someone is found by %s', async ([, q, how], { clinic }) => {
  const desk = await clinic.as('front-desk');
  const { body } = await desk.post('/patients', { ...maria, programId: clinic.ids.programs.outpatient });
  const { items } = (await desk.get<{ items: Found[] }>(`/patients?q=${encodeURIComponent(q)}`)).body;
  expect(items.find(({ id }) => id === body.id)?.matchedOn).toContain(how);
});

test('someone is found by record number', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const { body } = await desk.post('/patients', { ...maria, programId: clinic.ids.programs.outpatient });
  expect((await desk.get(`/patients?q=${body.mrn}`)).body.items).toMatchObject([{ id: body.id, matchedOn: ['mrn'] }]);
});

test('someone known to the OTP only is not found from outpatient: the same bytes as for nobody', async ({ clinic }) => {
  const otp = await clinic.asStaff(clinic.ids.staff['otp-therapist']);
  const { body } = await otp.post('/patients', { ...maria, programId: clinic.ids.programs.otp });
  const outpatient = await clinic.as('second-therapist');
  const nobody = await outpatient.get('/patients?q=qwxzyk');
  for (const q of ['castellanos', 'kastelanos', '1988-03-04', '2535550142', '0142', body.mrn]) {
    expect((await otp.get(`/patients?q=${q}`)).body.items.map(({ id }: Found) => id)).toContain(body.id);
    const hidden = await outpatient.get(`/patients?q=${q}`);
    expect(hidden.status).toBe(200);
    expect(hidden.bytes.equals(nobody.bytes), q).toBe(true);
  }
});

test('a new name finds the person at once, and the former one still does', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const { body } = await desk.post('/patients', { ...maria, programId: clinic.ids.programs.outpatient });
  await desk.patch(`/patients/${body.id}`, { familyName: 'Featherstonehaugh' });
  for (const q of ['featherst', 'castellanos']) expect((await desk.get(`/patients?q=${q}`)).body.items.map(({ id }: Found) => id)).toEqual([body.id]);
});

test('a new name finds the person in programs that the one who changed it cannot see', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const { body } = await desk.post('/patients', { ...maria, programId: clinic.ids.programs.otp });
  await desk.post('/episodes', { patientId: body.id, programId: clinic.ids.programs.outpatient, referredOn: '2026-11-20', source: 'self' });
  const outpatient = await clinic.as('second-therapist');
  await outpatient.patch(`/patients/${body.id}`, { familyName: 'Featherstonehaugh' });
  const otp = await clinic.asStaff(clinic.ids.staff['otp-therapist']);
  await clinic.settleJobs();
  expect((await otp.get('/patients?q=featherst')).body.items.map(({ id }: Found) => id)).toEqual([body.id]);
});

test('an empty line finds nobody, and any text is answered', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  for (const q of ['', '   ', '%', "'; drop table patients.patient; --", '\\', '🙂', '99999999999999999999', 'a'.repeat(100)]) {
    const reply = await desk.get(`/patients?q=${encodeURIComponent(q)}`);
    expect(reply.status, q).toBe(200);
  }
  expect((await desk.get('/patients?q=')).body.items).toEqual([]);
});

test('a search is in the audit with those it showed', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const { body } = await desk.post('/patients', { ...maria, programId: clinic.ids.programs.outpatient });
  await desk.get('/patients?q=castellanos');
  const entries = await clinic.sql('owner', `select patient_ids from audit.entry where action = 'patient.search'`);
  expect(entries).toEqual([{ patient_ids: [body.id] }]);
});
