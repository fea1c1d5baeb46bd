import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { discard, startEmbeddedPostgres } from '#launch/embedded-postgres.ts';
import { loadContent } from '#server/load-content.ts';
import { migrate, openDatabase } from '#server/platform/index.ts';
import type {} from './provided.ts';

const template = 'mooring_template';

async function createTemplate(url: string, masterKey: Buffer): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${template}`);
  await client.end();
  const ownerUrl = new URL(url);
  ownerUrl.pathname = `/${template}`;
  await migrate({ ownerUrl: ownerUrl.toString(), masterKey });
  const database = openDatabase(ownerUrl.toString(), { size: 1, onError: () => undefined });
  await loadContent(database.kysely);
  await database.close();
  await closeTemplate(url);
}

/** A database that somebody is connected to cannot be copied: from now on nobody may connect to this one. */
async function closeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`alter database ${template} allow_connections false`);
  await client.end();
}

/** Starts one PostgreSQL for the whole test run and migrates the database from which each clinic is copied. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'mooring-test-'));
  // The server runs as a user of its own when we are root, and must be able to walk in.
  await chmod(folder, 0o755);
  const masterKey = randomBytes(32);
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), password: 'test', durable: false, onTrouble: () => undefined });
  await createTemplate(server.url, masterKey);
  project.provide('postgresUrl', server.url);
  project.provide('templateDatabase', template);
  project.provide('masterKey', masterKey.toString('hex'));
  return async () => {
    await server.stop();
    await discard(folder);
  };
}
