import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { loadDemo } from '#demo/load-demo.ts';
import { readConfig } from '#server/platform/index.ts';
import { openReadyDatabase } from './database.ts';
import { discard, startEmbeddedPostgres } from './embedded-postgres.ts';

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** A server as a hosting company hands it over: a database, and a role that owns it and may make roles, but is no superuser. */
async function ownedDatabase(folder: string) {
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), password: 'test', durable: false, onTrouble: () => undefined });
  await query(server.url, `create role harbor login createrole nosuperuser password 'harbor'`);
  await query(server.url, 'create database harbor owner harbor');
  const url = new URL(server.url);
  [url.username, url.password, url.pathname] = ['harbor', 'harbor', '/harbor'];
  return { url: url.toString(), superuserUrl: Object.assign(new URL(server.url), { pathname: '/harbor' }).toString(), stop: server.stop };
}

test('a role that owns its database and is no superuser brings up the demo', { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mooring-own-'));
  await chmod(folder, 0o755);
  const server = await ownedDatabase(folder);
  try {
    const config = readConfig({ MOORING_DATA: join(folder, 'data'), DATABASE_URL: server.url });
    const database = await openReadyDatabase(config);
    await loadDemo(database.ownerUrl);
    await database.stop();
    const counted = `select (select count(*) from patients.patient)::integer as patients, (select count(*) from charting.note)::integer > 1000 as notes,
      (select count(*) from billing.entry)::integer > 1000 as entries`;
    expect(await query(server.superuserUrl, counted)).toEqual([{ patients: 400, notes: true, entries: true }]);
    // Nobody but the system, in its own name, sees a thing: also not the owner.
    expect(await query(server.url, 'select count(*)::integer as seen from patients.patient')).toEqual([{ seen: 0 }]);
    expect(await query(database.url, 'select count(*)::integer as seen from patients.patient')).toEqual([{ seen: 0 }]);
  } finally {
    await server.stop();
    await discard(folder);
  }
});

test('a server that does not answer is told by the name of its setting', async () => {
  const config = readConfig({ MOORING_DATA: tmpdir(), MOORING_MASTER_KEY: '0'.repeat(64), DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' });
  await expect(openReadyDatabase(config)).rejects.toThrow(/^DATABASE_URL: the server cannot be used/);
});
