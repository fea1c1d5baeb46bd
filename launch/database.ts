import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { applicationUrl, migrate, openDatabase, type Config } from '#server/platform/index.ts';
import { loadContent } from '#server/load-content.ts';
import { isRunning, startEmbeddedPostgres } from './embedded-postgres.ts';

/** A migrated database, ready for the product. */
export interface ReadyDatabase {
  /** As the application role. */
  readonly url: string;
  /** As the role that owns the database; for migrations, demo data and verification. */
  readonly ownerUrl: string;
  stop(): Promise<void>;
}

async function ownServer(config: Config, durable: boolean): Promise<{ url: string; stop(): Promise<void> }> {
  if (config.DATABASE_URL) return { url: config.DATABASE_URL, stop: () => Promise.resolve() };
  const password = createHmac('sha256', config.masterKey).update('postgres').digest('hex');
  const trouble: string[] = [];
  return startEmbeddedPostgres({ folder: join(config.dataDirectory, 'postgres'), password, durable, onTrouble: (line) => trouble.push(line) });
}

/** The owner's address of our own database on that server; made when it is not there. */
async function ensureDatabase(serverUrl: string, config: Config): Promise<string> {
  if (config.DATABASE_URL) return config.DATABASE_URL;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(`select from pg_database where datname = 'mooring'`);
    if (rowCount === 0) await client.query('create database mooring');
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = '/mooring';
  return url.toString();
}

/** Starts PostgreSQL (or uses DATABASE_URL), brings it up to date and loads the shipped data. */
export async function openReadyDatabase(config: Config, { durable = true } = {}): Promise<ReadyDatabase> {
  const server = await ownServer(config, durable);
  try {
    const ownerUrl = await ensureDatabase(server.url, config);
    await migrate({ ownerUrl, masterKey: config.masterKey });
    const url = applicationUrl({ ownerUrl, masterKey: config.masterKey });
    const database = openDatabase(url, { size: 2, onError: () => undefined });
    await loadContent(database.kysely);
    await database.close();
    return { url, ownerUrl, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Does some work at the database as it stands, with the address of the application role; starts the embedded server for the while when it is not running. */
export async function atDatabase(config: Config, work: (url: string) => Promise<void>): Promise<void> {
  const isAtWork = config.DATABASE_URL !== undefined || (await isRunning(join(config.dataDirectory, 'postgres')));
  const server = await ownServer(config, true);
  try {
    await work(applicationUrl({ ownerUrl: await ensureDatabase(server.url, config), masterKey: config.masterKey }));
  } finally {
    if (!isAtWork) await server.stop();
  }
}
