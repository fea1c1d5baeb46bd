import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger, runOnce } from 'graphile-worker';
import pg from 'pg';
import { inject, test } from 'vitest';
import type { SmallClinic } from '#demo/small-clinic.ts';
import { applicationUrl, newId, openLog, readConfig, runJob, VirtualClock, type Config } from '#server/platform/index.ts';
import { clinicOpens } from './provided.ts';
import { allJobs, assemble, type Product } from '#server/main.ts';

/** What a call came to: the status and the JSON, or the bytes of a download. */
export interface Reply<Body = never> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
}

/** Somebody at a browser: calls carry their session. Bodies are typed by what the test says it expects. */
export interface Client {
  get<Body = any>(path: string, headers?: Readonly<Record<string, string>>): Promise<Reply<Body>>;
  post<Body = any>(path: string, body?: object): Promise<Reply<Body>>;
  put<Body = any>(path: string, body?: object): Promise<Reply<Body>>;
  patch<Body = any>(path: string, body?: object): Promise<Reply<Body>>;
  del<Body = any>(path: string): Promise<Reply<Body>>;
  upload<Body = any>(path: string, file: { name: string; contentType: string; bytes: Uint8Array }, fields?: Record<string, string>): Promise<Reply<Body>>;
  /** The session cookie, for tests of the session itself. */
  readonly cookie: string;
}

type Role = keyof SmallClinic['staff'];

/** A small clinic with a database of its own, at work on a virtual clock. */
export interface Clinic {
  readonly ids: SmallClinic;
  readonly product: Product;
  readonly config: Config;
  readonly clock: VirtualClock;
  /** Signed in as the person who holds that role. */
  as(role: Role): Promise<Client>;
  /** Signed in again, after time has passed in which a session would have ended. */
  again(role: Role): Promise<Client>;
  /** Signed in as this member of the staff. */
  asStaff(staffId: string): Promise<Client>;
  /** Not signed in. */
  readonly stranger: Client;
  /** At a browser that holds these cookies. */
  withCookie(cookie: string): Client;
  advance(by: Temporal.DurationLike): void;
  /** Works the queue until nothing is due. Throws what a job threw. */
  settleJobs(): Promise<void>;
  /** The database itself: as the application role without a context, or as its superuser. */
  sql(as: 'app' | 'owner', text: string, values?: readonly unknown[]): Promise<Record<string, any>[]>;
}

function on(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.toString();
}

async function oneQuery(url: string, text: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

function multipart(file: { name: string; contentType: string; bytes: Uint8Array }, fields: Record<string, string>) {
  const boundary = `----mooring${newId()}`;
  const texts = Object.entries(fields).map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.contentType}\r\n\r\n`;
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    payload: Buffer.concat([Buffer.from(texts.join('') + head), Buffer.from(file.bytes), Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}

function clientOf(product: Product, cookie: string): Client {
  const call = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    payload?: object | Buffer,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply<any>> => {
    const reply = await product.http.inject({
      method,
      url: path.startsWith('/api') ? path : `/api${path}`,
      headers: { ...(cookie ? { cookie } : {}), ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
    const isJson = String(reply.headers['content-type'] ?? '').includes('json');
    return { status: reply.statusCode, body: isJson && reply.body ? reply.json() : undefined, headers: reply.headers, bytes: reply.rawPayload };
  };
  return {
    cookie,
    get: (path, headers) => call('GET', path, undefined, headers),
    post: (path, body) => call('POST', path, body ?? {}),
    put: (path, body) => call('PUT', path, body ?? {}),
    patch: (path, body) => call('PATCH', path, body ?? {}),
    del: (path) => call('DELETE', path),
    upload: (path, file, fields = {}) => {
      const { type, payload } = multipart(file, fields);
      return call('POST', path, payload, { 'content-type': type });
    },
  };
}

function cookieOf(headers: Readonly<Record<string, unknown>>): string {
  const lines = [headers['set-cookie'] ?? []].flat().map(String);
  return lines.map((line) => line.split(';')[0]).join('; ');
}

async function signIn(product: Product, staffId: string): Promise<Client> {
  const stranger = clientOf(product, '');
  const reply = await stranger.post('/demo/sign-in', { staffId });
  if (reply.status >= 300) throw new Error(`Demo sign-in answered ${reply.status}: ${JSON.stringify(reply.body)}`);
  return clientOf(product, cookieOf(reply.headers));
}

const silent = new Logger(() => () => undefined);

/** Works the queue in this process, on the clinic's clock. */
async function settle(product: Product, url: string): Promise<void> {
  const failures: unknown[] = [];
  const taskList = Object.fromEntries(
    allJobs.map((job) => [
      job.name,
      (payload: unknown, helpers: { job: { id: string } }) =>
        runJob(product.workshop, job, payload, helpers.job.id).catch((error: unknown) => {
          failures.push(error);
        }),
    ]),
  );
  await runOnce({ connectionString: url, taskList, noHandleSignals: true, logger: silent });
  if (failures.length > 0) throw failures[0];
}

async function open(): Promise<Clinic & { close(): Promise<void> }> {
  const postgresUrl = inject('postgresUrl');
  const database = `clinic_${newId().replaceAll('-', '')}`;
  await oneQuery(postgresUrl, `create database ${database} template ${inject('clinicDatabase')} strategy file_copy`);
  const data = await mkdtemp(join(tmpdir(), 'mooring-clinic-'));
  const config = readConfig({
    MOORING_DATA: data,
    MOORING_MASTER_KEY: inject('masterKey'),
    MOORING_JOBS: 'off',
    MOORING_LOG: 'error',
    DATABASE_POOL: '8',
    MOORING_RATE_LIMIT: '100000',
    // A machine that is slow at its tests is not a server that is busy.
    MOORING_BUSY_AFTER_MS: '60000',
  });
  const ownerUrl = on(postgresUrl, database);
  const databaseUrl = applicationUrl({ ownerUrl, masterKey: config.masterKey });
  const clock = new VirtualClock(clinicOpens);
  const ids = inject('smallClinic');
  const product = await assemble({ config, databaseUrl, log: openLog('error'), clock });
  const sessions = new Map<string, Promise<Client>>();
  const asStaff = (staffId: string) => {
    const session = sessions.get(staffId) ?? signIn(product, staffId);
    sessions.set(staffId, session);
    return session;
  };
  return {
    ids,
    product,
    config,
    clock,
    asStaff,
    as: (role) => asStaff(ids.staff[role]),
    again: (role) => signIn(product, ids.staff[role]),
    stranger: clientOf(product, ''),
    withCookie: (cookie) => clientOf(product, cookie),
    advance: (by) => clock.advance(by),
    settleJobs: () => settle(product, databaseUrl),
    sql: (as, text, values) => oneQuery(as === 'app' ? databaseUrl : ownerUrl, text, values),
    async close() {
      await product.stop();
      await oneQuery(postgresUrl, `drop database ${database}`);
      await rm(data, { recursive: true, force: true });
    },
  };
}

// oxlint-disable-next-line no-empty-pattern -- Vitest reads the fixture's needs from this pattern.
async function opened({}, use: (clinic: Clinic) => Promise<void>): Promise<void> {
  const clinic = await open();
  try {
    await use(clinic);
  } finally {
    await clinic.close();
  }
}

/** A test with a clinic of its own: `clinicTest('a biller never sees narrative', async ({ clinic }) => …)`. */
export const clinicTest = test.extend<{ clinic: Clinic }>({ clinic: opened });

/** Tests of one file about one clinic, in the order in which they stand: for what takes long to bring about and is looked at from several sides. */
export const storyTest = test.extend<{ clinic: Clinic }>({ clinic: [opened, { scope: 'file' }] });
