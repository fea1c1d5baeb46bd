import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { test as plain, expect } from 'vitest';
import { withDatabaseCopy } from '#testing/database-copy.ts';
import { schemaText } from '#launch/schema-text.ts';
import { modules } from '#server/modules.ts';
import roles from '#content/roles.json' with { type: 'json' };
import { plantRow, seenAsApplication } from './planted-row.ts';

const test = plain.extend<{ ask: (query: string) => Promise<Record<string, unknown>[]>; client: pg.Client }>({
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads the fixture's needs from this pattern.
  client: async ({}, use) => {
    await withDatabaseCopy(use);
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

const everyPermission = roles.permissions.map(({ code }) => code).join(',');
// Oversight by its nature: the access log, the grants, decisions, emergencies and incidents are for whoever may review them, whatever the program.
const seenByPermissionAlone: readonly string[] = [
  'audit.entry',
  'audit.entry_patient',
  'audit.finding',
  'privacy.access_grant',
  'privacy.decision',
  'privacy.emergency_access',
  'privacy.incident_patient',
];

const planted = { patientId: '01990000-0000-7000-8000-00000000000a', programId: '01990000-0000-7000-8000-00000000000b' };
const stranger = {
  actor_kind: 'staff',
  actor_id: '01990000-0000-7000-8000-00000000000c',
  programs: '{01990000-0000-7000-8000-00000000000d}',
  permissions: everyPermission,
  purpose: 'TREAT',
};

async function readableTables(ask: (query: string) => Promise<Record<string, unknown>[]>): Promise<string[]> {
  return (await ask(`${patientTables} and has_table_privilege('mooring_app', c.oid, 'select')`)).map(({ name }) => String(name)).toSorted();
}

/** Tables of which the application sees a row that is there, when its transaction says this of itself. */
async function open(
  client: pg.Client,
  tables: readonly string[],
  settings: Readonly<Record<string, string>>,
  before?: (table: string) => Promise<void>,
): Promise<string[]> {
  const seen: string[] = [];
  for (const table of tables) {
    await client.query('begin');
    await plantRow(client, table, planted);
    await before?.(table);
    if ((await seenAsApplication(client, table, settings)) > 0) seen.push(table);
    await client.query('rollback');
  }
  return seen;
}

test('a row is there, and the application sees it neither without a context nor in the name of a stranger', { timeout: 60_000 }, async ({ ask, client }) => {
  const tables = await readableTables(ask);
  expect(await open(client, tables, {})).toEqual([]);
  expect(await open(client, tables, stranger)).toEqual(tables.filter((table) => seenByPermissionAlone.includes(table)));
});

// A policy that only narrows keeps everybody out as long as it stands.
const dropRestrictions = `create function pg_temp.drop_restrictions(target regclass) returns void language plpgsql as $$
  declare narrowing name;
  begin
    for narrowing in select polname from pg_policy where polrelid = target and not polpermissive loop
      execute format('drop policy %I on %s', narrowing, target);
    end loop;
  end $$`;

test('the look would find a policy that lets everybody in, in each table', { timeout: 60_000 }, async ({ ask, client }) => {
  await client.query(dropRestrictions);
  const tables = await readableTables(ask);
  const found = await open(client, tables, {}, async (table) => {
    await client.query('select pg_temp.drop_restrictions($1)', [table]);
    await client.query(`create policy wide_open on ${table} using (true)`);
  });
  expect(found).toEqual(tables);
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
