import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { applicationUrl, migrate, openDatabase, WrongSetting, type Config } from '#server/platform/index.ts';
import { loadContent } from '#server/load-content.ts';
import { holdDataFolder, type Hold } from './data-folder.ts';
import { isRunning, startEmbeddedPostgres } from './embedded-postgres.ts';

/** A migrated database, ready for the product. */
export interface ReadyDatabase {
  /** As the application role. */
  readonly url: string;
  /** As the role that owns the database; for migrations, demo data and verification. */
  readonly ownerUrl: string;
  /** Resolves when our own server ended without being asked; never for a server of somebody else. */
  readonly lost: Promise<void>;
  stop(): Promise<void>;
}

/** Whether DATABASE_URL can be used at all, before anything builds upon it. */
async function refuseUselessServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(`select current_setting('server_version_num')::integer as version`);
    const major = Math.floor((rows[0]?.version ?? 0) / 10_000);
    if (major < 18) throw new WrongSetting('DATABASE_URL', `the server is PostgreSQL ${major}; Mooring needs 18 or later.`);
  } catch (error) {
    if (error instanceof WrongSetting) throw error;
    throw new WrongSetting('DATABASE_URL', `the server cannot be used: ${error instanceof Error ? error.message : 'unknown'}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ownServer(config: Config, durable: boolean): Promise<{ url: string; stop(): Promise<void> }> {
  if (config.DATABASE_URL) {
    await refuseUselessServer(config.DATABASE_URL);
    return { url: config.DATABASE_URL, stop: () => Promise.resolve() };
  }
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

async function madeReady(serverUrl: string, config: Config): Promise<Pick<ReadyDatabase, 'url' | 'ownerUrl'>> {
  const ownerUrl = await ensureDatabase(serverUrl, config);
  await migrate({ ownerUrl, masterKey: config.masterKey });
  const url = applicationUrl({ ownerUrl, masterKey: config.masterKey });
  const database = openDatabase(url, { size: 2, onError: () => undefined });
  try {
    await loadContent(database.kysely);
  } finally {
    await database.close();
  }
  return { url, ownerUrl };
}

const nobodys: Hold = { lost: new Promise(() => undefined), release: () => Promise.resolve() };

/** Starts PostgreSQL (or uses DATABASE_URL), brings it up to date and loads the shipped data. Throws `WrongSetting` when another Mooring has the data folder. */
export async function openReadyDatabase(config: Config, { durable = true } = {}): Promise<ReadyDatabase> {
  const server = await ownServer(config, durable);
  // Before this the server may be another's, and is not ours to stop.
  const hold = config.DATABASE_URL ? nobodys : await holdDataFolder(server.url, config.dataDirectory);
  const stop = async () => {
    await hold.release();
    await server.stop();
  };
  try {
    return { ...(await madeReady(server.url, config)), lost: hold.lost, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Does some work at the database as it stands, with the addresses of the application role and of the owner; starts the embedded server for the while when it is not running. Throws `WrongSetting` when there is none. */
export async function atDatabase(config: Config, work: (url: string, ownerUrl: string) => Promise<void>): Promise<void> {
  if (!config.DATABASE_URL && !existsSync(join(config.dataDirectory, 'postgres')))
    throw new WrongSetting('MOORING_DATA', `${config.dataDirectory} holds no database yet. Start Mooring first, or name the folder that it uses.`);
  const isAtWork = config.DATABASE_URL !== undefined || (await isRunning(join(config.dataDirectory, 'postgres')));
  const server = await ownServer(config, true);
  try {
    const ownerUrl = await ensureDatabase(server.url, config);
    await work(applicationUrl({ ownerUrl, masterKey: config.masterKey }), ownerUrl);
  } finally {
    if (!isAtWork) await server.stop();
  }
}
