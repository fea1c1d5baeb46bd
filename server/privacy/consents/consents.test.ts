import { expect } from 'vitest';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';

const name = 'Mara Lind';
const pen = { signer: 'patient', name, drawing: 'M 10 10 L 200 40' };

async function tpo(clinic: Clinic, client: Client) {
  const patientId = clinic.ids.patients.outpatient;
  const { status, body } = await client.post(`/patients/${patientId}/consents`, { kind: 'tpo', programId: clinic.ids.programs.outpatient });
  expect(status, JSON.stringify(body)).toBe(200);
  return { id: String(body.id), list: `/patients/${patientId}/consents` };
}

test('a consent to treatment, payment and operations takes the program and a signature', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const { id, list } = await tpo(clinic, desk);
  const read = (await desk.get(`/consents/${id}`)).body;
  expect(read).toMatchObject({ state: 'draft', text: { title: 'Sharing for treatment, payment and running the program' } });
  expect(read.missing.map((one: { id: string }) => one.id)).toEqual(['signature', 'signature', 'date', 'date']);
  expect((await desk.post(`/consents/${id}/signature`, { signatures: [pen] })).status).toBe(204);
  expect((await desk.get(list)).body.items).toMatchObject([{ state: 'active', signedBy: name, until: 'no end, until I take it back' }]);
  expect((await desk.post(`/consents/${id}/signature`, { signatures: [pen] })).status).toBe(409);
});

test('what the rules ask for and the form lacks is named, each with its rule', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const refused = await desk.post(`/patients/${clinic.ids.patients.outpatient}/consents`, {
    kind: 'specific',
    programId: clinic.ids.programs.outpatient,
    expiry: { kind: 'none' },
  });
  expect(refused.status).toBe(422);
  expect(refused.body.obstacles.map(({ code }: { code: string }) => code)).toEqual(['consent.description', 'consent.recipient', 'consent.purpose', 'consent.expiry']);
});

test('in writing it is taken back at once, and only once', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const { id, list } = await tpo(clinic, desk);
  expect((await desk.post(`/consents/${id}/revocation`, { how: 'letter', words: 'Please stop' })).status).toBe(409);
  await desk.post(`/consents/${id}/signature`, { signatures: [pen] });
  expect((await desk.post(`/consents/${id}/revocation`, { how: 'letter', words: '' })).status).toBe(400);
  expect((await desk.post(`/consents/${id}/revocation`, { how: 'letter', words: 'Please stop sharing' })).status).toBe(204);
  expect((await desk.get(list)).body.items).toMatchObject([{ state: 'revoked', revocation: 'Please stop sharing' }]);
  expect((await desk.post(`/consents/${id}/revocation`, { how: 'letter', words: 'Please stop sharing' })).status).toBe(409);
});

test('a later consent that says so takes the place of the earlier', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const { id, list } = await tpo(clinic, desk);
  await desk.post(`/consents/${id}/signature`, { signatures: [pen] });
  const later = await desk.post(list, {
    kind: 'tpo',
    programId: clinic.ids.programs.outpatient,
    language: 'es',
    supersedes: id,
    expiry: { kind: 'date', lastDay: '2026-11-30' },
  });
  await desk.post(`/consents/${later.body.id}/signature`, { signatures: [pen] });
  const states = async () => (await (await clinic.again('front-desk')).get(list)).body.items.map(({ state }: { state: string }) => state);
  expect(await states()).toEqual(['active', 'superseded']);
  clinic.advance({ hours: 24 * 9 });
  expect(await states()).toEqual(['expired', 'superseded']);
});

test('it prints in the patient’s language, the same bytes each time, and a paper one keeps its scan', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const { list } = await tpo(clinic, desk);
  const made = (await desk.post(list, { kind: 'tpo', programId: clinic.ids.programs.outpatient, language: 'es' })).body.id;
  const [first, second] = [await desk.get(`/consents/${made}/print`), await desk.get(`/consents/${made}/print`)];
  expect(first.headers['content-type']).toBe('application/pdf');
  expect(first.bytes.equals(second.bytes)).toBe(true);
  expect(first.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const scan = { name: 'scan.pdf', contentType: 'application/pdf', bytes: first.bytes };
  expect((await desk.upload(`/consents/${made}/paper`, scan, { signer: 'patient', name })).status).toBe(204);
  expect((await desk.get(`/consents/${made}/scan`)).bytes.equals(first.bytes)).toBe(true);
});

test('a signed consent never changes, whoever asks the database', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const { id } = await tpo(clinic, desk);
  await desk.post(`/consents/${id}/signature`, { signatures: [pen] });
  for (const change of [`form = '{}'`, `signatures = '[]'`, `kind = 'research'`, `form_digest = 'x'`, `state = 'draft', signed_at = null`]) {
    await expect(clinic.sql('owner', `update privacy.consent set ${change} where id = $1`, [id])).rejects.toThrow();
  }
});

test('a consent of the OTP does not exist for who works elsewhere', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const patientId = clinic.ids.patients.outpatient;
  await desk.post('/episodes', { patientId, programId: clinic.ids.programs.otp, referredOn: '2026-11-20', source: 'self' });
  const { id } = (await desk.post(`/patients/${patientId}/consents`, { kind: 'tpo', programId: clinic.ids.programs.otp })).body;
  const outside = await clinic.as('second-therapist');
  expect((await outside.get(`/patients/${patientId}/consents`)).body).toEqual({ items: [] });
  const [hidden, absent] = [await outside.get(`/consents/${id}`), await outside.get('/consents/01990000-0000-7000-8000-000000000001')];
  expect([hidden.status, absent.status]).toEqual([404, 404]);
  expect({ ...hidden.body, instance: '', traceId: '' }).toEqual({ ...absent.body, instance: '', traceId: '' });
});

test('who may sign for a minor is the law of the place, on the day of signing: the minor alone, both, or nobody else', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const programId = clinic.ids.programs.iop;
  const child = async (givenName: string, birthDate: string) =>
    (await desk.post('/patients', { givenName, familyName: 'Quill', birthDate, administrativeSex: 'F', programId })).body.id;
  const [older, younger] = [await child('Ada', '2010-05-05'), await child('Rosamund', '2016-05-05')];
  const sign = async (patientId: string, signers: readonly string[]) => {
    const { body } = await desk.post(`/patients/${patientId}/consents`, { kind: 'tpo', programId });
    const signatures = signers.map((signer) => ({ signer, name: 'Ada or her mother', drawing: null }));
    const reply = await desk.post(`/consents/${body.id}/signature`, { signatures });
    return reply.status === 204 ? 'signed' : reply.body.obstacles.map(({ code, says }: { code: string; says: string }) => `${code}: ${says}`).join();
  };
  // Washington: 13-year-olds agree to this care alone (RCW 71.34.530).
  expect(await sign(older, ['parent'])).toMatch(/^consent.signer: The minor may consent to this care alone/);
  expect(await sign(older, ['minor-patient'])).toBe('signed');
  expect(await sign(younger, ['minor-patient'])).toMatch(/minor and parent both sign/);
  expect(await sign(younger, ['minor-patient', 'parent'])).toBe('signed');
  expect(await sign(clinic.ids.patients.iop, ['parent'])).toMatch(/^consent.signer/);
});
