import { expect } from 'vitest';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';
import { setUpCode } from './set-up-code.ts';

const address = { line1: '1 Bay Street', city: 'Tacoma', state: 'WA', zip: '98402' };
const facts = {
  organisation: {
    name: 'Bay Counseling',
    taxId: '123456789',
    npi: '1234567893',
    taxonomy: '251S00000X',
    phone: '253 555 0100',
    email: 'hello@bay.example',
    timeZone: 'America/Los_Angeles',
    address,
  },
  sites: [{ name: 'Bay', timeZone: 'America/Los_Angeles', address }],
  administrator: { givenName: 'Mina', familyName: 'Sato', email: 'mina@bay.example', password: 'quiet water under the pier' },
};

const codeOf = ({ config }: Clinic) => setUpCode(config.masterKey);
const firstRunOf = (clinic: Clinic) => ({ ...facts, setUpCode: codeOf(clinic) });

test('the first run makes the organisation, and its administrator must enrol a second factor before anything else', async ({ clinic }) => {
  await clinic.sql('owner', 'delete from identity.organisation');
  expect((await clinic.stranger.get('/set-up')).body).toMatchObject({ needed: true });
  const reply = await clinic.stranger.post('/set-up', firstRunOf(clinic));
  expect(reply).toMatchObject({ status: 200, body: { state: 'enrol-second-factor' } });
  const administrator = clinic.withCookie(String(reply.headers['set-cookie']).split(';')[0] ?? '');
  expect((await administrator.get('/staff')).status).toBe(401);
  expect((await administrator.post('/auth/second-factor/enrolment', { password: facts.administrator.password })).status).toBe(200);
  expect((await clinic.stranger.get('/set-up')).body).toMatchObject({ needed: false });
});

test('it runs once: of two at the same time one is refused', async ({ clinic }) => {
  await clinic.sql('owner', 'delete from identity.organisation');
  const second = { ...firstRunOf(clinic), administrator: { ...facts.administrator, email: 'other@bay.example' }, sites: [{ ...facts.sites[0], name: 'Other' }] };
  const statuses = (await Promise.all([clinic.stranger.post('/set-up', firstRunOf(clinic)), clinic.stranger.post('/set-up', second)])).map(({ status }) => status);
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(await clinic.stranger.post('/set-up', second)).toMatchObject({ status: 409, body: { code: 'set-up.done' } });
});

test('a password that attackers try first is refused, and nothing is made', async ({ clinic }) => {
  await clinic.sql('owner', 'delete from identity.organisation');
  const reply = await clinic.stranger.post('/set-up', { ...firstRunOf(clinic), administrator: { ...facts.administrator, password: 'Password-Password' } });
  expect(reply).toMatchObject({ status: 422, body: { code: 'password.common' } });
  expect((await clinic.stranger.get('/set-up')).body).toMatchObject({ needed: true });
});

test('a field that is wrong is named', async ({ clinic }) => {
  const reply = await clinic.stranger.post('/set-up', { ...firstRunOf(clinic), organisation: { ...facts.organisation, npi: '1234567890' } });
  expect(reply.body.errors).toMatchObject([{ at: 'organisation.npi' }]);
});

test('an empty server belongs to who started it: without the code from its console nothing is made', async ({ clinic }) => {
  await clinic.sql('owner', 'delete from identity.organisation');
  expect(await clinic.stranger.post('/set-up', facts)).toMatchObject({ status: 400, body: { errors: [{ at: 'setUpCode' }] } });
  const guessed = await clinic.stranger.post('/set-up', { ...facts, setUpCode: 'AAAA-BBBB-CCCC' });
  expect(guessed).toMatchObject({ status: 422, body: { code: 'set-up.wrong-code', obstacles: [{ at: 'setUpCode' }] } });
  expect((await clinic.stranger.get('/set-up')).body).toMatchObject({ needed: true });
  const typed = codeOf(clinic).toLowerCase().replaceAll('-', ' ');
  expect((await clinic.stranger.post('/set-up', { ...facts, setUpCode: typed })).status).toBe(200);
});
