import { chmod, mkdtemp } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { loadDemo } from '#demo/load-demo.ts';
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
  call(method: string, path: string, body?: object): Promise<Answered>;
  /** The JSON of an answer that has to succeed. */
  json<Body = unknown>(method: string, path: string, body?: object): Promise<Body>;
}

/** The product at work on a database of its own with the demo organisation, and the same database without the product. */
export interface BenchServer {
  readonly product: Product;
  readonly ownerUrl: string;
  /** A superuser's connection: what the machine can do at best. */
  readonly raw: pg.Client;
  /** Rounds of each measurement. */
  readonly rounds: number;
  as(role: string): Promise<Caller>;
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
  return {
    staffId,
    call: own,
    json: async (method, path, body) => {
      const { status, text } = await own(method, path, body);
      if (status >= 300) throw new Error(`${method} ${path} answered ${status}: ${text}`);
      return JSON.parse(text);
    },
  };
}

/** Starts it all in a folder of its own. PostgreSQL keeps its promises (fsync), as in a clinic. */
export async function startBenchServer(rounds: number): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'mooring-bench-'));
  await chmod(folder, 0o755);
  const config = readConfig({ MOORING_DATA: folder, MOORING_JOBS: 'off', MOORING_LOG: 'error', MOORING_RATE_LIMIT: '10000000', PORT: '0' });
  const database = await openReadyDatabase(config);
  await loadDemo(database.ownerUrl);
  const product = await assemble({ config, databaseUrl: database.url, log: openLog('error') });
  const port = Number(new URL(await product.http.listen({ port: 0, host: '127.0.0.1' })).port);
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const call = caller(port, agent);
  const raw = new pg.Client({ connectionString: database.ownerUrl });
  await raw.connect();
  return {
    product,
    ownerUrl: database.ownerUrl,
    raw,
    rounds,
    call,
    as: (role) => stepIn(call, role),
    async stop() {
      agent.destroy();
      await raw.end();
      await product.stop();
      await database.stop();
      await discard(folder);
    },
  };
}
