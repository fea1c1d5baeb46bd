import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';

const jane = { givenName: 'Jane', familyName: 'Castellano', birthDate: '1991-04-17', phone: '(253) 555-0177', phoneKind: 'mobile' };
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

test('the front desk registers someone and reads back what was said', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const address = { line1: '12 Harbor Street', city: 'Tacoma', state: 'WA', zip: '98402-1234' };
  const said = { ...jane, programId: clinic.ids.programs.outpatient, nameToUse: 'Jay', pronouns: 'they/them', race: ['2106-3'], language: 'en', address };
  const registered = await desk.post('/patients', said);
  expect(registered.status).toBe(200);
  const { body } = await desk.get(`/patients/${registered.body.id}`);
  expect(body).toMatchObject({
    mrn: registered.body.mrn,
    displayName: 'Jay Castellano',
    age: 35,
    phone: '2535550177',
    address: { ...address, line2: null, zip: '984021234' },
    race: ['2106-3'],
  });
});

test('a request that breaks the schema names the field', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const reply = await desk.post('/patients', { ...jane, birthDate: '1991-02-30', phone: '12', programId: clinic.ids.programs.outpatient });
  expect(reply.status).toBe(400);
  expect(reply.body.errors.map(({ at }: { at: string }) => at)).toEqual(expect.arrayContaining(['birthDate', 'phone']));
});

test('someone who is probably on record is not registered twice without a decision', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const programId = clinic.ids.programs.outpatient;
  const first = await desk.post('/patients', { ...jane, programId });
  const again = { ...jane, familyName: 'Castelano', programId };
  const refused = await desk.post('/patients', again);
  expect(refused).toMatchObject({ status: 409, body: { code: 'patient.may-be-registered', obstacles: [{ at: first.body.id }] } });
  const decided = await desk.post('/patients', { ...again, differentFrom: [first.body.id] });
  expect(decided.status).toBe(200);
});

test('two clerks who register the same person at once make one record', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const replies = await Promise.all([1, 2, 3].map(() => desk.post('/patients', { ...jane, programId: clinic.ids.programs.outpatient })));
  expect(replies.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([200, 409, 409]);
});

test('someone known to the OTP only is registered in outpatient like anybody else: nothing hints at the other record', async ({ clinic }) => {
  const otp = await clinic.asStaff(clinic.ids.staff['otp-therapist']);
  await otp.post('/patients', { ...jane, programId: clinic.ids.programs.otp });
  const outpatient = await clinic.as('second-therapist');
  const candidates = await outpatient.post('/patients/duplicates', jane);
  expect(candidates).toMatchObject({ status: 200, body: { items: [] } });
  expect((await outpatient.post('/patients', { ...jane, programId: clinic.ids.programs.outpatient })).status).toBe(200);
});

test('nobody registers into a program in which they do not work', async ({ clinic }) => {
  const outpatient = await clinic.as('second-therapist');
  const there = await outpatient.post('/patients', { ...jane, programId: clinic.ids.programs.otp });
  const nowhere = await outpatient.post('/patients', { ...jane, programId: '01990000-0000-7000-8000-000000000000' });
  expect(there.status).toBe(404);
  expect(there.body).toEqual(nowhere.body);
});

test('a stranger to the person gets the same bytes as for nobody', async ({ clinic }) => {
  const outpatient = await clinic.as('second-therapist');
  for (const path of ['', '/banner', '/contacts', '/coverages', '/alerts', '/episodes', '/photo', '/communication', '/merges', '/guarantors']) {
    const hidden = await outpatient.get(`/patients/${clinic.ids.patients.otp}${path}`);
    const absent = await outpatient.get(`/patients/01990000-0000-7000-8000-000000000000${path}`);
    expect(hidden.status, path).toBe(404);
    expect(hidden.bytes.equals(absent.bytes), path).toBe(true);
  }
});

test('a change touches only the fields sent and keeps the former name and address', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const patientId = clinic.ids.patients.outpatient;
  const before = (await desk.get(`/patients/${patientId}`)).body;
  const moved = { line1: '9 Willow Lane', city: 'Olympia', state: 'WA', zip: '98501' };
  expect((await desk.patch(`/patients/${patientId}`, { familyName: 'Zimmerwald', address: moved })).status).toBeLessThan(300);
  const after = (await desk.get(`/patients/${patientId}`)).body;
  expect(after).toMatchObject({ givenName: before.givenName, familyName: 'Zimmerwald', phone: before.phone, address: moved });
  expect(after.formerNames).toMatchObject([{ familyName: before.familyName }]);
  expect(after.formerAddresses).toMatchObject([{ line1: before.address.line1 }]);
});

test('an empty field is cleared', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const path = `/patients/${clinic.ids.patients.outpatient}`;
  await desk.patch(path, { nameToUse: 'Sunny' });
  await desk.patch(path, { nameToUse: null });
  expect((await desk.get(path)).body.nameToUse).toBeNull();
});

test('a photo is kept and shown; a page is not a photo', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const path = `/patients/${clinic.ids.patients.outpatient}/photo`;
  expect((await desk.get(path)).status).toBe(404);
  const page = new TextEncoder().encode('<html><script>alert(1)</script></html>');
  expect((await desk.upload(path, { name: 'me.png', contentType: 'image/png', bytes: page })).status).toBe(422);
  expect((await desk.upload(path, { name: 'me.png', contentType: 'image/png', bytes: png })).status).toBeLessThan(300);
  const shown = await desk.get(path);
  expect(shown.headers['content-type']).toContain('image/png');
  expect(new Uint8Array(shown.bytes)).toEqual(png);
});

test('reading a chart leaves one audit entry with the person in it', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const patientId = clinic.ids.patients.outpatient;
  await desk.get(`/patients/${patientId}`);
  const entries = await clinic.sql('owner', `select count(*)::int as count from audit.entry where action = 'patient.show' and $1 = any (patient_ids)`, [patientId]);
  expect(entries).toEqual([{ count: 1 }]);
});
