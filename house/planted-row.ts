import type pg from 'pg';

/** A row to look for. */
export interface Planted {
  readonly patientId: string;
  readonly programId: string;
  /** Values of further columns, as SQL, where a table has them. */
  readonly also?: Readonly<Record<string, string>>;
}

async function loosen(client: pg.Client, table: string): Promise<void> {
  const { rows: constraints } = await client.query<{ name: string }>(
    `select conname as name from pg_constraint where conrelid = $1::regclass and contype in ('c', 'f', 'x')`,
    [table],
  );
  for (const { name } of constraints) await client.query(`alter table ${table} drop constraint ${client.escapeIdentifier(name)} cascade`);
  const { rows: needed } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attnotnull and attidentity = '' and attgenerated = ''
       and not exists (select from pg_index i where i.indrelid = attrelid and i.indisprimary and attnum = any (i.indkey))`,
    [table],
  );
  for (const { name } of needed) await client.query(`alter table ${table} alter column ${client.escapeIdentifier(name)} drop not null`);
}

/** Values for what a row cannot be without: its keys, its patient and its program. */
async function leastValues(client: pg.Client, table: string, { patientId, programId, also }: Planted): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; type: string; key: boolean }>(
    `select a.attname as name, format_type(a.atttypid, null) as type,
       exists (select from pg_index i where i.indrelid = a.attrelid and i.indisprimary and a.attnum = any (i.indkey)) as key
     from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attidentity = '' and a.attgenerated = ''`,
    [table],
  );
  const known: Readonly<Record<string, string>> = {
    patient_id: `'${patientId}'`,
    patient_ids: `'{${patientId}}'`,
    program_id: `'${programId}'`,
    known_to: `'{${programId}}'`,
    ...also,
  };
  const byType: Readonly<Record<string, string>> = { uuid: 'uuidv7()', boolean: 'true', text: `'x'`, date: `'2026-11-23'`, 'timestamp with time zone': 'now()' };
  const values = new Map<string, string>();
  for (const { name, type, key } of rows) {
    const value = known[name] ?? (key ? (byType[type] ?? '1') : undefined);
    if (value !== undefined) values.set(name, value);
  }
  if (table === 'patients.patient') values.set('id', `'${patientId}'`);
  return values;
}

/** Puts one row into a table whatever its constraints say, inside a transaction that will be rolled back. For a superuser. */
export async function plantRow(client: pg.Client, table: string, planted: Planted): Promise<void> {
  await client.query(`set local session_replication_role = 'replica'`);
  await loosen(client, table);
  const values = await leastValues(client, table, planted);
  await client.query(`insert into ${table} (${[...values.keys()].join(', ')}) values (${[...values.values()].join(', ')})`);
}

/** How many rows of the table the application sees in a transaction that says this of itself. */
export async function seenAsApplication(client: pg.Client, table: string, settings: Readonly<Record<string, string>> = {}): Promise<number> {
  for (const name of ['actor_id', 'actor_kind', 'programs', 'permissions', 'purpose', 'narrowed', 'now']) {
    await client.query('select set_config($1, $2, true)', [`mooring.${name}`, settings[name] ?? '']);
  }
  await client.query('set local role mooring_app');
  const { rows } = await client.query<{ count: string }>(`select count(*) from ${table}`);
  await client.query('reset role');
  return Number(rows[0]?.count);
}
