import { createHash, createHmac } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { modules } from '../../modules.ts';

/** Whom to migrate as, and the secret from which the application role's password is made. */
export interface MigrationOptions {
  /** A role that may create roles and owns the database: the embedded server's superuser, or the user of DATABASE_URL. */
  readonly ownerUrl: string;
  readonly masterKey: Buffer;
}

// One lock for all who would migrate the same database at once.
const migrationLock = 7_000;
const serverFolder = join(import.meta.dirname, '..', '..');

/** The application role's password: made from the master key, so that it need not be kept anywhere. */
export function applicationPassword(masterKey: Buffer): string {
  return createHmac('sha256', masterKey).update('mooring_app').digest('hex');
}

/** The address of the same database as the application role. */
export function applicationUrl({ ownerUrl, masterKey }: MigrationOptions): string {
  const url = new URL(ownerUrl);
  url.username = 'mooring_app';
  url.password = applicationPassword(masterKey);
  return url.toString();
}

async function ensureRoles(client: pg.Client, masterKey: Buffer): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(`select rolname from pg_roles where rolname in ('mooring_owner', 'mooring_app')`);
  const present = new Set(rows.map((row) => row.rolname));
  // Never superuser, never bypassing row-level security: not even the owner's own queries may see a patient without a context.
  if (!present.has('mooring_owner')) await client.query('create role mooring_owner nologin nosuperuser nobypassrls');
  if (!present.has('mooring_app')) await client.query('create role mooring_app nosuperuser nobypassrls');
  await client.query(`alter role mooring_app login password '${applicationPassword(masterKey)}'`);
  // Calls are many and short: a second process for one of them costs more than it saves.
  await client.query('alter role mooring_app set max_parallel_workers_per_gather = 0');
  // Policies make planning dearer than running: a plan is made once for all values and kept, not once more for each value.
  await client.query('alter role mooring_app set plan_cache_mode = force_generic_plan');
  await client.query('grant mooring_owner to current_user');
  const database = client.escapeIdentifier((await client.query<{ name: string }>('select current_database() as name')).rows[0]?.name ?? '');
  await client.query(`grant create, connect, temporary on database ${database} to mooring_owner`);
  await client.query(`grant connect on database ${database} to mooring_app`);
  await client.query('grant create on schema public to mooring_owner');
}

/** graphile-worker guards its tables with row-level security and no policy; the application role is let in by name. */
async function ensureJobQueue(ownerUrl: string, client: pg.Client): Promise<void> {
  await runMigrations({ connectionString: ownerUrl });
  await client.query('grant usage on schema graphile_worker to mooring_app');
  await client.query('grant execute on all functions in schema graphile_worker to mooring_app');
  await client.query('grant usage, select, update on all sequences in schema graphile_worker to mooring_app');
  await client.query('grant select, insert, update, delete on all tables in schema graphile_worker to mooring_app');
  const { rows } = await client.query<{
    name: string;
  }>(`select c.relname as name from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'application')`);
  for (const { name } of rows)
    await client.query(`create policy application on graphile_worker.${client.escapeIdentifier(name)} to mooring_app using (true) with check (true)`);
}

interface MigrationFile {
  readonly name: string;
  readonly sql: string;
  readonly digest: string;
}

async function filesOf(context: string): Promise<MigrationFile[]> {
  const folder = join(serverFolder, context, 'migrations');
  const names = await readdir(folder).catch(() => []);
  return Promise.all(
    names
      .filter((name) => name.endsWith('.sql'))
      .toSorted()
      .map(async (name) => {
        const sql = await readFile(join(folder, name), 'utf8');
        return { name: `${context}/${name}`, sql, digest: createHash('sha256').update(sql).digest('hex') };
      }),
  );
}

async function ensureContext(client: pg.Client, context: string): Promise<void> {
  await client.query(`create schema if not exists ${context}`);
  await client.query(`grant usage on schema ${context} to mooring_app`);
}

async function apply(client: pg.Client, file: MigrationFile, done: ReadonlyMap<string, string>): Promise<boolean> {
  const before = done.get(file.name);
  if (before === file.digest) return false;
  if (before !== undefined) throw new Error(`Migration ${file.name} was changed after it had run. Add a new migration instead.`);
  await client.query('begin');
  try {
    await client.query(file.sql);
    await client.query('insert into platform.migration (name, digest) values ($1, $2)', [file.name, file.digest]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${file.name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  return true;
}

async function applyAll(client: pg.Client): Promise<string[]> {
  await ensureContext(client, 'platform');
  await client.query('create table if not exists platform.migration (name text primary key, digest text not null, at timestamptz not null default now())');
  await client.query(`comment on table platform.migration is 'Migrations that have run, with the SHA-256 of their text'`);
  const { rows } = await client.query<{ name: string; digest: string }>('select name, digest from platform.migration');
  const done = new Map(rows.map((row) => [row.name, row.digest]));
  const applied: string[] = [];
  for (const context of modules) {
    const files = await filesOf(context);
    if (files.length > 0) await ensureContext(client, context);
    for (const file of files) if (await apply(client, file, done)) applied.push(file.name);
  }
  return applied;
}

/** Brings a database up to date: roles, job queue, then each context's SQL files in the order of `modules`. Returns the files that ran. */
export async function migrate(options: MigrationOptions): Promise<string[]> {
  const client = new pg.Client({ connectionString: options.ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1, 0)', [migrationLock]);
    await ensureRoles(client, options.masterKey);
    await ensureJobQueue(options.ownerUrl, client);
    await client.query('set role mooring_owner');
    return await applyAll(client);
  } finally {
    await client.end();
  }
}
