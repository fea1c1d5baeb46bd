import { chmod, mkdir, mkdtemp } from 'node:fs/promises';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { loadDemo } from '#demo/load-demo.ts';
import { loadPeople, type Progress } from '#demo/load-large.ts';
import { openReadyDatabase } from '#launch/database.ts';
import { discard } from '#launch/embedded-postgres.ts';
import { assemble, type Product } from '#server/main.ts';
import { openLog, readConfig } from '#server/platform/index.ts';

/** What a call over loopback came to. */
export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly cookies: readonly string[];
}

/** Somebody signed in; calls carry the session. */
export interface Caller {
  readonly staffId: string;
  /** The session, for what is no plain call. */
  readonly cookie: string;
  call(method: string, path: string, body?: object): Promise<Answered>;
  /** The text of an answer that has to succeed: what a server gives, without what a browser makes of it. */
  answered(method: string, path: string, body?: object): Promise<string>;
  /** The JSON of an answer that has to succeed. */
  json<Body = unknown>(method: string, path: string, body?: object): Promise<Body>;
}

/** The product at work on a database of its own with the demo organisation, and the same database without the product. */
export interface BenchServer {
  /** The product in this process, for what is no call over HTTP. Calls go to one in a process of its own. */
  readonly product: Product;
  readonly ownerUrl: string;
  /** A superuser's connection: what the machine can do at best. */
  readonly raw: pg.Client;
  /** Rounds of each measurement. */
  readonly rounds: number;
  /** Where the process of its own listens. */
  readonly url: string;
  as(role: string): Promise<Caller>;
  /** The same in this process, for whoever listens to what it asks of the database. */
  asInside(role: string): Promise<Caller>;
  call(method: string, path: string, body?: object, cookie?: string): Promise<Answered>;
  stop(): Promise<void>;
}

function caller(port: number, agent: Agent) {
  return (method: string, path: string, body?: object, cookie = ''): Promise<Answered> => {
    const { promise, resolve, reject } = Promise.withResolvers<Answered>();
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const headers = { cookie, ...(payload === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }) };
    const sent = request({ port, path, method, agent, headers }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(chunks).toString(), cookies: reply.headers['set-cookie'] ?? [] }));
    });
    sent.on('error', reject);
    sent.end(payload);
    return promise;
  };
}

async function stepIn(call: ReturnType<typeof caller>, role: string): Promise<Caller> {
  const personas = JSON.parse((await call('GET', '/api/demo/personas')).text) as { items: { staffId: string; roles: { code: string }[] }[] };
  const staffId = personas.items.find(({ roles }) => roles.some(({ code }) => code === role))?.staffId ?? '';
  const { cookies } = await call('POST', '/api/demo/sign-in', { staffId });
  const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
  const own = (method: string, path: string, body?: object) => call(method, `/api${path}`, body, cookie);
  const answered: Caller['answered'] = async (method, path, body) => {
    const { status, text } = await own(method, path, body);
    if (status >= 300) throw new Error(`${method} ${path} answered ${status}: ${text}`);
    return text;
  };
  return { staffId, cookie, call: own, answered, json: async (method, path, body) => JSON.parse(await answered(method, path, body)) };
}

/** All of it or nothing, on a connection that can be used afterwards. */
export async function inOneTransaction(raw: pg.Client, work: () => Promise<void>): Promise<void> {
  await raw.query('begin');
  try {
    await work();
    await raw.query('commit');
  } catch (error) {
    await raw.query('rollback');
    throw error;
  }
}

/** Of which size (none: the demo alone), and how often each thing is measured. `folder` is kept for a later run; without one the organisation is made anew and thrown away. */
export interface BenchPlan {
  readonly people: number;
  readonly rounds: number;
  readonly folder: string | undefined;
  readonly tell: (progress: Progress) => void;
}

async function placeOf({ folder, people }: BenchPlan): Promise<string> {
  const place = folder === undefined ? await mkdtemp(join(tmpdir(), 'mooring-bench-')) : join(folder, String(people));
  await mkdir(place, { recursive: true });
  await chmod(place, 0o755);
  return place;
}

/** Brings the tables to rest, as nightly vacuuming does: what was just loaded is still being written out and looked through by PostgreSQL. */
async function settle(raw: pg.Client): Promise<void> {
  await raw.query('vacuum analyze');
  await raw.query('checkpoint');
}

/** Starts it all with so many people. PostgreSQL keeps its promises (fsync), as in a clinic. */
export async function startBenchServer(plan: BenchPlan): Promise<BenchServer> {
  const place = await placeOf(plan);
  const settings = { MOORING_DATA: place, MOORING_JOBS: 'off', MOORING_LOG: 'error', MOORING_RATE_LIMIT: '10000000', PORT: '0' };
  const config = readConfig(settings);
  const database = await openReadyDatabase(config);
  await loadDemo(database.ownerUrl);
  if (plan.people > 0) await loadPeople(database.ownerUrl, plan.people, plan.tell);
  const raw = new pg.Client({ connectionString: database.ownerUrl });
  await raw.connect();
  await settle(raw);
  const product = await assemble({ config, databaseUrl: database.url, log: openLog('error') });
  const served = fork(join(import.meta.dirname, 'served-product.ts'), [JSON.stringify(settings), database.url]);
  const [port] = (await once(served, 'message')) as [number];
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const call = caller(port, agent);
  const inside = Number(new URL(await product.http.listen({ port: 0, host: '127.0.0.1' })).port);
  return {
    product,
    ownerUrl: database.ownerUrl,
    raw,
    rounds: plan.rounds,
    call,
    url: `http://127.0.0.1:${port}`,
    as: (role) => stepIn(call, role),
    asInside: (role) => stepIn(caller(inside, agent), role),
    async stop() {
      agent.destroy();
      await raw.end();
      served.disconnect();
      await once(served, 'exit');
      await product.stop();
      await database.stop();
      if (plan.folder === undefined) await discard(place);
    },
  };
}
