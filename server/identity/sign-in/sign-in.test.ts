import { TOTP } from 'otpauth';
import { describe, expect } from 'vitest';
import { clinicTest as test, type Clinic, type Reply } from '#testing/clinic.ts';

const password = 'the ferry leaves at noon';
const novak = 'paul.novak@harbor.example';

/** Cookies after a reply: those before, with what it set or took away. */
function cookiesAfter(reply: Reply<unknown>, before = ''): string {
  const jar = new Map(
    before
      .split('; ')
      .filter(Boolean)
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair] as const),
  );
  for (const line of [reply.headers['set-cookie'] ?? []].flat().map(String)) {
    const pair = line.split(';')[0] ?? '';
    const name = pair.slice(0, pair.indexOf('='));
    if (/max-age=0/i.test(line)) jar.delete(name);
    else jar.set(name, pair);
  }
  return [...jar.values()].join('; ');
}

/** Somebody chooses a password through the link in their mail, as everybody does. */
async function givePassword(clinic: Clinic, staffId: string): Promise<void> {
  const administrator = await clinic.as('administrator');
  expect((await administrator.post(`/staff/${staffId}/reset`, { password: true, secondFactor: true })).status).toBe(204);
  const [letter] = await clinic.sql('owner', 'select body from platform.outgoing_mail order by queued_at desc, id desc limit 1');
  const token = /#([\w-]+)/.exec(String(letter?.['body']))?.[1] ?? '';
  expect((await clinic.stranger.post('/auth/password', { token, password })).status).toBe(204);
}

const emailOf = async (clinic: Clinic, staffId: string) => String((await clinic.sql('owner', 'select email from identity.staff where id = $1', [staffId]))[0]?.['email']);

const codeFor = (secret: string, step = 0) => new TOTP({ secret }).generate({ timestamp: Date.now() + step * 30_000 });

/** Signs in with the password and enrols an authenticator app. */
async function enrol(clinic: Clinic, email: string) {
  const first = await clinic.stranger.post('/auth/sign-in', { email, password });
  const browser = clinic.withCookie(cookiesAfter(first));
  const enrolment = await browser.post('/auth/second-factor/enrolment', { password });
  const confirmed = await browser.post('/auth/second-factor/confirmation', { code: codeFor(enrolment.body.secret) });
  return { first, enrolment, confirmed, browser: clinic.withCookie(cookiesAfter(confirmed, browser.cookie)) };
}

describe('password', () => {
  test('a biller whose role asks for a second factor reaches nothing before it is set up', async ({ clinic }) => {
    await givePassword(clinic, clinic.ids.staff.biller);
    const first = await clinic.stranger.post('/auth/sign-in', { email: novak, password });
    expect(first).toMatchObject({ status: 200, body: { state: 'enrol-second-factor' } });
    const browser = clinic.withCookie(cookiesAfter(first));
    expect(await browser.get('/me')).toMatchObject({ status: 401, body: { code: 'session.second-factor' } });
    expect(await browser.get('/auth/session')).toMatchObject({ body: { state: 'enrol-second-factor' } });
  });

  test('the front desk, whose role asks for none, is in with the password', async ({ clinic }) => {
    await givePassword(clinic, clinic.ids.staff['front-desk']);
    const first = await clinic.stranger.post('/auth/sign-in', { email: await emailOf(clinic, clinic.ids.staff['front-desk']), password });
    expect(first).toMatchObject({ status: 200, body: { state: 'signed-in' } });
    expect((await clinic.withCookie(cookiesAfter(first)).get('/me')).body).toMatchObject({ staff: { displayName: 'Elena Torres' }, idleMinutes: 15 });
  });

  test('an unknown address and a wrong password get the same answer', async ({ clinic }) => {
    await givePassword(clinic, clinic.ids.staff.biller);
    const wrong = await clinic.stranger.post('/auth/sign-in', { email: novak, password: 'not the password' });
    const unknown = await clinic.stranger.post('/auth/sign-in', { email: 'nobody@harbor.example', password: 'not the password' });
    expect(wrong.status).toBe(401);
    expect(unknown.bytes).toEqual(wrong.bytes);
  });

  test('who no longer works here gets the answer of a wrong password, and every session is over', async ({ clinic }) => {
    await givePassword(clinic, clinic.ids.staff['front-desk']);
    const email = await emailOf(clinic, clinic.ids.staff['front-desk']);
    const inside = clinic.withCookie(cookiesAfter(await clinic.stranger.post('/auth/sign-in', { email, password })));
    await (await clinic.as('administrator')).patch(`/staff/${clinic.ids.staff['front-desk']}`, { active: false });
    expect((await inside.get('/me')).status).toBe(401);
    expect(await clinic.stranger.post('/auth/sign-in', { email, password })).toMatchObject({ status: 401, body: { code: 'sign-in.refused' } });
  });

  test('five failures lock the account for fifteen minutes, known or not, and the right password does not open it', async ({ clinic }) => {
    await givePassword(clinic, clinic.ids.staff.biller);
    for (const email of [novak, 'nobody@harbor.example']) {
      for (let tries = 0; tries < 5; tries += 1) await clinic.stranger.post('/auth/sign-in', { email, password: 'wrong' });
      expect(await clinic.stranger.post('/auth/sign-in', { email, password })).toMatchObject({ status: 401, body: { code: 'sign-in.locked' } });
    }
    clinic.advance({ minutes: 15 });
    expect((await clinic.stranger.post('/auth/sign-in', { email: novak, password })).status).toBe(200);
  });

  test('many guesses at once do not outrun the count', async ({ clinic }) => {
    const replies = await Promise.all(Array.from({ length: 12 }, () => clinic.stranger.post('/auth/sign-in', { email: novak, password: 'wrong' })));
    const codes = replies.map(({ body }) => body.code);
    expect(codes.filter((code) => code === 'sign-in.refused')).toHaveLength(5);
    expect(codes.filter((code) => code === 'sign-in.locked')).toHaveLength(7);
  });

  test('each try leaves its entry in the audit, the failed ones too', async ({ clinic }) => {
    await givePassword(clinic, clinic.ids.staff.biller);
    await clinic.stranger.post('/auth/sign-in', { email: novak, password: 'wrong' });
    await clinic.stranger.post('/auth/sign-in', { email: novak, password });
    const entries = await clinic.sql('owner', `select outcome from audit.entry where action = 'session.sign-in' and subject_id = $1 order by seq`, [
      clinic.ids.staff.biller,
    ]);
    expect(entries.map((entry) => entry['outcome'])).toEqual(['failed', 'done']);
  });
});

describe('second factor', () => {
  test('an authenticator app is enrolled once and asked for at every sign-in', async ({ clinic }) => {
    await givePassword(clinic, clinic.ids.staff.therapist);
    const email = await emailOf(clinic, clinic.ids.staff.therapist);
    const { enrolment, confirmed, browser } = await enrol(clinic, email);
    expect(enrolment.body.recoveryCodes).toHaveLength(10);
    expect(confirmed.body).toEqual({ state: 'signed-in' });
    expect((await browser.get('/me')).body).toMatchObject({ hasSecondFactor: true });

    const again = await clinic.stranger.post('/auth/sign-in', { email, password });
    expect(again.body).toEqual({ state: 'second-factor' });
    const waiting = clinic.withCookie(cookiesAfter(again));
    expect((await waiting.get('/me')).status).toBe(401);
    expect(await waiting.post('/auth/second-factor', { code: '000000' })).toMatchObject({ status: 401, body: { code: 'second-factor.refused' } });
    const code = codeFor(enrolment.body.secret, 1);
    const inside = await waiting.post('/auth/second-factor', { code });
    expect(inside).toMatchObject({ status: 200, body: { state: 'signed-in' } });
    expect((await clinic.withCookie(cookiesAfter(inside, waiting.cookie)).get('/me')).status).toBe(200);
  });

  test('a code that was used is worth nothing the second time', async ({ clinic }) => {
    await givePassword(clinic, clinic.ids.staff.therapist);
    const email = await emailOf(clinic, clinic.ids.staff.therapist);
    const { enrolment } = await enrol(clinic, email);
    const waiting = clinic.withCookie(cookiesAfter(await clinic.stranger.post('/auth/sign-in', { email, password })));
    const used = await clinic.sql('owner', 'select spent_code from identity.auth_two_factor');
    expect(await waiting.post('/auth/second-factor', { code: String(used[0]?.['spent_code']) })).toMatchObject({ status: 401 });
    expect(enrolment.status).toBe(200);
  });

  test('a recovery code opens once', async ({ clinic }) => {
    await givePassword(clinic, clinic.ids.staff.therapist);
    const email = await emailOf(clinic, clinic.ids.staff.therapist);
    const { enrolment } = await enrol(clinic, email);
    const code = String(enrolment.body.recoveryCodes[0]);
    const statuses: number[] = [];
    for (let time = 0; time < 2; time += 1) {
      const waiting = clinic.withCookie(cookiesAfter(await clinic.stranger.post('/auth/sign-in', { email, password })));
      statuses.push((await waiting.post('/auth/recovery-code', { code })).status);
    }
    expect(statuses).toEqual([200, 401]);
  });

  test('with the password alone no second app takes the place of the first', async ({ clinic }) => {
    await givePassword(clinic, clinic.ids.staff.therapist);
    const { browser } = await enrol(clinic, await emailOf(clinic, clinic.ids.staff.therapist));
    expect(await browser.post('/auth/second-factor/enrolment', { password })).toMatchObject({ status: 409, body: { code: 'second-factor.exists' } });
  });

  test('an administrator resets it: the old password is gone with it', async ({ clinic }) => {
    await givePassword(clinic, clinic.ids.staff.therapist);
    const email = await emailOf(clinic, clinic.ids.staff.therapist);
    const { browser } = await enrol(clinic, email);
    await (await clinic.as('administrator')).post(`/staff/${clinic.ids.staff.therapist}/reset`, { password: false, secondFactor: true });
    expect((await browser.get('/me')).status).toBe(401);
    expect((await clinic.stranger.post('/auth/sign-in', { email, password })).status).toBe(401);
  });
});
