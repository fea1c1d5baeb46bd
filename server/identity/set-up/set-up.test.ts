import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';

const address = { line1: '1 Bay Street', city: 'Tacoma', state: 'WA', zip: '98402' };
const firstRun = {
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

test('the first run makes the organisation, and its administrator must enrol a second factor before anything else', async ({ clinic }) => {
  await clinic.sql('owner', 'delete from identity.organisation');
  expect((await clinic.stranger.get('/set-up')).body).toMatchObject({ needed: true });
  const reply = await clinic.stranger.post('/set-up', firstRun);
  expect(reply).toMatchObject({ status: 200, body: { state: 'enrol-second-factor' } });
  const administrator = clinic.withCookie(String(reply.headers['set-cookie']).split(';')[0] ?? '');
  expect((await administrator.get('/staff')).status).toBe(401);
  expect((await administrator.post('/auth/second-factor/enrolment', { password: firstRun.administrator.password })).status).toBe(200);
  expect((await clinic.stranger.get('/set-up')).body).toMatchObject({ needed: false });
});

test('it runs once: of two at the same time one is refused', async ({ clinic }) => {
  await clinic.sql('owner', 'delete from identity.organisation');
  const second = { ...firstRun, administrator: { ...firstRun.administrator, email: 'other@bay.example' }, sites: [{ ...firstRun.sites[0], name: 'Other' }] };
  const statuses = (await Promise.all([clinic.stranger.post('/set-up', firstRun), clinic.stranger.post('/set-up', second)])).map(({ status }) => status);
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(await clinic.stranger.post('/set-up', second)).toMatchObject({ status: 409, body: { code: 'set-up.done' } });
});

test('a password that attackers try first is refused, and nothing is made', async ({ clinic }) => {
  await clinic.sql('owner', 'delete from identity.organisation');
  const reply = await clinic.stranger.post('/set-up', { ...firstRun, administrator: { ...firstRun.administrator, password: 'Password-Password' } });
  expect(reply).toMatchObject({ status: 422, body: { code: 'password.common' } });
  expect((await clinic.stranger.get('/set-up')).body).toMatchObject({ needed: true });
});

test('a field that is wrong is named', async ({ clinic }) => {
  const reply = await clinic.stranger.post('/set-up', { ...firstRun, organisation: { ...firstRun.organisation, npi: '1234567890' } });
  expect(reply.body.errors).toMatchObject([{ at: 'organisation.npi' }]);
});
