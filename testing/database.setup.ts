import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { discard, startEmbeddedPostgres } from '#launch/embedded-postgres.ts';
import { loadSmallClinic, type SmallClinic } from '#demo/small-clinic.ts';
import { loadContent } from '#server/load-content.ts';
import { migrate, openDatabase } from '#server/platform/index.ts';
import { clinicOpens } from './provided.ts';

const template = 'mooring_template';
const clinicTemplate = 'clinic_template';

function on(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.toString();
}

async function atServer(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** A database that somebody is connected to cannot be copied: once made, nobody may connect to a template. */
const close = (database: string) => `alter database ${database} allow_connections false`;

async function createTemplate(url: string, masterKey: Buffer): Promise<void> {
  await atServer(url, `create database ${template}`);
  await migrate({ ownerUrl: on(url, template), masterKey });
  const database = openDatabase(on(url, template), { size: 1, onError: () => undefined });
  await loadContent(database.kysely);
  await database.close();
  await atServer(url, close(template), `create database ${clinicTemplate} template ${template} strategy file_copy`);
}

async function createClinicTemplate(url: string): Promise<SmallClinic> {
  const ids = await loadSmallClinic(on(url, clinicTemplate), clinicOpens);
  await atServer(url, close(clinicTemplate));
  return ids;
}

const memory = '/dev/shm';
const enough = 4 * 2 ** 30;

/** Where hundreds of short-lived databases, a thousand small files each, are quickest made: in memory when there is plenty, otherwise on the disk. */
async function placeForDatabases(): Promise<string> {
  if (process.env['TMPDIR'] || !existsSync(memory)) return tmpdir();
  const { bavail, bsize } = await statfs(memory);
  return bavail * bsize > enough ? memory : tmpdir();
}

/** Starts one PostgreSQL for the whole test run and migrates the database from which each clinic is copied. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(await placeForDatabases(), 'mooring-test-'));
  // The server runs as a user of its own when we are root, and must be able to walk in.
  await chmod(folder, 0o755);
  const masterKey = randomBytes(32);
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), password: 'test', durable: false, onTrouble: () => undefined });
  await createTemplate(server.url, masterKey);
  project.provide('smallClinic', await createClinicTemplate(server.url));
  project.provide('postgresUrl', server.url);
  project.provide('templateDatabase', template);
  project.provide('clinicDatabase', clinicTemplate);
  project.provide('masterKey', masterKey.toString('hex'));
  return async () => {
    await server.stop();
    await discard(folder);
  };
}
