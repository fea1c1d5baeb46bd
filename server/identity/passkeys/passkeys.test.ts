import { expect } from 'vitest';
import { clinicTest as test, type Clinic, type Reply } from '#testing/clinic.ts';
import { VirtualAuthenticator } from '#testing/virtual-authenticator.ts';

const cookieOf = (reply: Reply<unknown>) => String(reply.headers['set-cookie']).split(';')[0] ?? '';

/** The therapist registers a passkey of this device. */
async function register(clinic: Clinic, device: VirtualAuthenticator): Promise<Reply> {
  const therapist = await clinic.as('therapist');
  const { body } = await therapist.post('/me/passkeys/options');
  return therapist.post('/me/passkeys', { challengeId: body.challengeId, name: 'Work phone', response: device.register(body.options) });
}

async function signIn(clinic: Clinic, device: VirtualAuthenticator): Promise<Reply> {
  const { body } = await clinic.stranger.post('/auth/passkey/options');
  return clinic.stranger.post('/auth/passkey', { challengeId: body.challengeId, response: device.signIn(body.options) });
}

test('a passkey signs in without password or code, since the device checks its owner', async ({ clinic }) => {
  const device = new VirtualAuthenticator(clinic.config.publicUrl);
  expect((await register(clinic, device)).status).toBe(204);
  const reply = await signIn(clinic, device);
  expect(reply).toMatchObject({ status: 200, body: { state: 'signed-in' } });
  expect((await clinic.withCookie(cookieOf(reply)).get('/me')).body).toMatchObject({ staff: { displayName: 'Ana Rivera' }, hasSecondFactor: true });
});

test('a device that does not check its owner is refused', async ({ clinic }) => {
  expect(await register(clinic, new VirtualAuthenticator(clinic.config.publicUrl, { checksPerson: false }))).toMatchObject({
    status: 422,
    body: { code: 'passkey.refused' },
  });
});

test('an answer made for another place is refused', async ({ clinic }) => {
  expect((await register(clinic, new VirtualAuthenticator('https://mooring.evil.example'))).status).toBe(422);
});

test('an answer counts once', async ({ clinic }) => {
  const device = new VirtualAuthenticator(clinic.config.publicUrl);
  await register(clinic, device);
  const { body } = await clinic.stranger.post('/auth/passkey/options');
  const answer = { challengeId: body.challengeId, response: device.signIn(body.options) };
  expect((await clinic.stranger.post('/auth/passkey', answer)).status).toBe(200);
  expect(await clinic.stranger.post('/auth/passkey', answer)).toMatchObject({ status: 401, body: { code: 'sign-in.refused' } });
});

test('a challenge is over after five minutes', async ({ clinic }) => {
  const device = new VirtualAuthenticator(clinic.config.publicUrl);
  await register(clinic, device);
  const { body } = await clinic.stranger.post('/auth/passkey/options');
  clinic.advance({ minutes: 5 });
  expect((await clinic.stranger.post('/auth/passkey', { challengeId: body.challengeId, response: device.signIn(body.options) })).status).toBe(401);
});

test('a device that nobody registered is refused like any other', async ({ clinic }) => {
  expect(await signIn(clinic, new VirtualAuthenticator(clinic.config.publicUrl))).toMatchObject({ status: 401, body: { code: 'sign-in.refused' } });
});

test('a removed passkey opens nothing', async ({ clinic }) => {
  const device = new VirtualAuthenticator(clinic.config.publicUrl);
  await register(clinic, device);
  const therapist = await clinic.as('therapist');
  const { body } = await therapist.get('/me/passkeys');
  expect((await therapist.del(`/me/passkeys/${body.items[0].id}`)).status).toBe(204);
  expect((await signIn(clinic, device)).status).toBe(401);
});

test('with the password alone nobody enrols beside a passkey that exists', async ({ clinic }) => {
  const device = new VirtualAuthenticator(clinic.config.publicUrl);
  await register(clinic, device);
  const password = 'the ferry leaves at noon';
  await clinic.sql('owner', `update identity.auth_session set second_factor_at = null`);
  const therapist = await clinic.as('therapist');
  expect((await therapist.get('/auth/session')).body).toEqual({ state: 'second-factor' });
  expect(await therapist.post('/auth/second-factor/enrolment', { password })).toMatchObject({ status: 409, body: { code: 'second-factor.use-passkey' } });
  expect(await therapist.post('/me/passkeys/options')).toMatchObject({ status: 409, body: { code: 'passkey.second-factor-first' } });
});
