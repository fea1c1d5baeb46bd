import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { inject, test as plain, expect } from 'vitest';
import type {} from '#testing/provided.ts';
import { schemaText } from '#launch/schema-text.ts';
import { modules } from '#server/modules.ts';

const test = plain.extend<{ ask: (query: string) => Promise<Record<string, unknown>[]>; client: pg.Client }>({
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads the fixture's needs from this pattern.
  client: async ({}, use) => {
    const url = new URL(inject('postgresUrl'));
    url.pathname = `/${inject('templateDatabase')}`;
    const client = new pg.Client({ connectionString: url.toString() });
    await client.connect();
    await use(client);
    await client.end();
  },
  ask: async ({ client }, use) => {
    await use(async (query) => (await client.query<Record<string, unknown>>(query)).rows);
  },
});

const own = `(${modules.map((name) => `'${name}'`).join(', ')})`;
const patientTables = `select distinct c.oid, n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
  where c.relkind in ('r', 'p') and n.nspname in ${own} and a.attname in ('patient_id', 'patient_ids') and not a.attisdropped`;

test('every table with a patient stands behind forced row-level security with a policy', async ({ ask }) => {
  const open = await ask(`with t as (${patientTables} union select 'patients.patient'::regclass::oid, 'patients.patient')
    select t.name from t join pg_class c on c.oid = t.oid where not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = t.oid))`);
  expect(open).toEqual([]);
  expect((await ask(patientTables)).length).toBeGreaterThan(10);
});

test('as the application role and without a context, every table with a patient is empty', async ({ ask, client }) => {
  const tables = await ask(`${patientTables} and has_table_privilege('mooring_app', c.oid, 'select')`);
  await client.query('begin; set local role mooring_app');
  for (const { name } of tables) {
    const { rows } = await client.query<{ count: string }>(`select count(*) from ${String(name)}`);
    expect(rows[0]?.count, String(name)).toBe('0');
  }
  await client.query('rollback');
});

test('every view asks with the rights of who asks', async ({ ask }) => {
  const bypassing = await ask(`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm') and n.nspname in ${own} and not coalesce(c.reloptions @> array['security_invoker=true'], false)`);
  expect(bypassing).toEqual([]);
});

test('every table and every view says what it is for', async ({ ask }) => {
  const silent = await ask(`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v') and n.nspname in ${own} and obj_description(c.oid, 'pg_class') is null`);
  expect(silent).toEqual([]);
});

test('the application owns nothing, and neither it nor the owner passes by row-level security', async ({ ask }) => {
  expect(await ask(`select relname from pg_class where relowner = 'mooring_app'::regrole`)).toEqual([]);
  expect(await ask(`select rolname from pg_roles where rolname in ('mooring_app', 'mooring_owner') and (rolsuper or rolbypassrls)`)).toEqual([]);
});

test('a definer function fixes its search path, so that nobody can slip a table under it', async ({ ask }) => {
  const loose = await ask(`select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname in ${own} and not coalesce(array_to_string(p.proconfig, ',') like '%search_path%', false)`);
  expect(loose).toEqual([]);
});

test('server/schema.sql shows the database as it is (npm run schema prints it)', async ({ client }) => {
  const printed = await readFile(join(import.meta.dirname, '..', 'server', 'schema.sql'), 'utf8');
  expect(await schemaText(client)).toBe(printed);
});
