import { AsyncLocalStorage } from 'node:async_hooks';
import { createHmac } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Kysely, KyselyPlugin } from 'kysely';
import { newId, type Config, type Tx } from '#server/platform/index.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { cookieValue, secondFactorCookieName, sessionCookieName, signedSessionCookie } from './session-cookie.ts';

/** What came of a step of signing in: header lines for the browser, and the session if there is one now. */
export interface Step {
  readonly cookies: readonly string[];
  readonly token: string | undefined;
}

type AnyDatabase = Kysely<Record<string, Record<string, unknown>>>;

// better-auth works inside the transaction of the action that calls it: its rows and our audit entry are committed together.
const transaction = new AsyncLocalStorage<AnyDatabase>();

const connection = new Proxy({} as AnyDatabase, {
  get(_target, name) {
    const database = transaction.getStore();
    if (!database) throw new Error('better-auth was called outside an action');
    const member: unknown = Reflect.get(database, name);
    return typeof member === 'function' ? (member.bind(database) as unknown) : member;
  },
});

function withDates(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, value instanceof Temporal.Instant ? new Date(value.epochMilliseconds) : value]));
}

/** better-auth reckons with Date, the rest of the house with Temporal. */
const dates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: ({ result }) => Promise.resolve({ ...result, rows: result.rows.map(withDates) }),
};

function secretOf(config: Config): string {
  return createHmac('sha256', config.masterKey).update('better-auth').digest('hex');
}

function configured(config: Config) {
  return betterAuth({
    appName: 'Mooring',
    baseURL: config.publicUrl,
    secret: secretOf(config),
    database: { db: connection, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    user: { modelName: 'auth_user' },
    // The cookie outlives the longest session; whether a session lives is decided in sessions/.
    session: { modelName: 'auth_session', expiresIn: 24 * 3600, disableSessionRefresh: true },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(password, hash) },
    },
    advanced: {
      database: { generateId: () => newId(), validateSchema: false },
      useSecureCookies: false,
      defaultCookieAttributes: { secure: config.publicUrl.startsWith('https://'), sameSite: 'lax', httpOnly: true, path: '/' },
      cookies: { session_token: { name: sessionCookieName }, two_factor: { name: secondFactorCookieName } },
    },
    // Lockout is ours, as dated data for every factor alike.
    plugins: [twoFactor({ issuer: 'Mooring', twoFactorTable: 'auth_two_factor', accountLockout: { enabled: false } })],
  });
}

const instances = new WeakMap<Config, ReturnType<typeof configured>>();

function authOf(config: Config): ReturnType<typeof configured> {
  const auth = instances.get(config) ?? configured(config);
  instances.set(config, auth);
  return auth;
}

function inside<T>(tx: Tx, work: (auth: ReturnType<typeof configured>) => Promise<T>): Promise<T> {
  const database = (tx.db as unknown as AnyDatabase).withSchema('identity').withPlugin(dates);
  return transaction.run(database, () => work(authOf(tx.config)));
}

/** What better-auth refuses is undefined here; what breaks is thrown. */
async function unlessRefused<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return undefined;
    throw error;
  }
}

function headersOf(tx: Tx): Headers {
  const cookie = tx.origin.headers['cookie'];
  return new Headers(cookie === undefined ? {} : { cookie });
}

function stepOf(headers: Headers): Step {
  const cookies = headers.getSetCookie();
  const value = cookies.map((line) => cookieValue(line.split(';')[0], sessionCookieName)).find((token) => token !== undefined && token !== '');
  return { cookies, token: value };
}

/** Checks a password. With a second factor set up the step has no session yet. Undefined when refused, in the same time for unknown addresses. */
export async function checkPassword(tx: Tx, email: string, password: string): Promise<Step | undefined> {
  const result = await inside(tx, (auth) => unlessRefused(auth.api.signInEmail({ body: { email, password }, headers: headersOf(tx), returnHeaders: true })));
  return result && stepOf(result.headers);
}

/** Checks a code of the authenticator app: to finish a sign-in, or to confirm an enrolment. */
export async function checkCode(tx: Tx, code: string): Promise<Step | undefined> {
  const result = await inside(tx, (auth) => unlessRefused(auth.api.verifyTOTP({ body: { code }, headers: headersOf(tx), returnHeaders: true })));
  return result && stepOf(result.headers);
}

/** Spends a recovery code to finish a sign-in. */
export async function checkRecoveryCode(tx: Tx, code: string): Promise<Step | undefined> {
  const result = await inside(tx, (auth) => unlessRefused(auth.api.verifyBackupCode({ body: { code }, headers: headersOf(tx), returnHeaders: true })));
  return result && stepOf(result.headers);
}

/** Draws the secret of an authenticator app and recovery codes; they count once a code has confirmed them. Undefined on a wrong password. */
export async function drawAuthenticator(tx: Tx, password: string): Promise<{ uri: string; recoveryCodes: string[] } | undefined> {
  const drawn = await inside(tx, (auth) => unlessRefused(auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers: headersOf(tx) })));
  return drawn?.method === 'totp' ? { uri: drawn.totpURI, recoveryCodes: drawn.backupCodes } : undefined;
}

/** New recovery codes; the old ones no longer count. Undefined on a wrong password. */
export async function drawRecoveryCodes(tx: Tx, password: string): Promise<string[] | undefined> {
  const drawn = await inside(tx, (auth) => unlessRefused(auth.api.generateBackupCodes({ body: { password }, headers: headersOf(tx) })));
  return drawn?.backupCodes;
}

/** A new session for someone whose identity is already proven. */
export async function openSession(tx: Tx, staffId: string): Promise<{ token: string; cookie: string }> {
  const { token } = await inside(tx, async (auth) => (await auth.$context).internalAdapter.createSession(staffId));
  return { token, cookie: signedSessionCookie(token, secretOf(tx.config), tx.config.publicUrl.startsWith('https://')) };
}
