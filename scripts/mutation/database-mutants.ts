import type pg from 'pg';
import { catalogueFault, patientTables, sights, turned, type Sight } from './database-looks.ts';

/** A database with one guard taken away, and which look noticed; null = none did. */
export interface MutantFate {
  readonly mutant: string;
  readonly killedBy: string | null;
}

interface TableMutant {
  readonly name: string;
  readonly change: (table: string) => string;
  /** The tables that have what is taken away, by what the looks find in them; all when left out. */
  readonly where?: (sound: Sight) => boolean;
}

const memberLook = 'who works in the program with every permission sees it';
const narrowedLook = 'who works in a program that narrows, and has no part in the care, does not see it';

const dropAll = (table: string, command: string) =>
  `do $$ declare p record; begin for p in select polname from pg_policy where polrelid = '${table}'::regclass ${command} loop execute format('drop policy %I on ${table}', p.polname); end loop; end $$;`;
const reading = `and polcmd in ('r', '*')`;
/** The policies of reading of a table that ask this, each in place of itself without a question. */
const opened = (table: string, asks: string) =>
  `do $$ declare p record; begin for p in select polname from pg_policy where polrelid = '${table}'::regclass ${reading} and pg_get_expr(polqual, polrelid) like '%${asks}%' loop
     execute format('drop policy %I on ${table}', p.polname); execute format('create policy %I on ${table} as restrictive for select using (true)', p.polname); end loop; end $$;`;

/** What is taken away from each table with a patient. */
const tableMutants: readonly TableMutant[] = [
  { name: 'row-level security off', change: (table) => `alter table ${table} disable row level security` },
  { name: 'row-level security not forced on its owner', change: (table) => `alter table ${table} no force row level security` },
  { name: 'policy of reading dropped', change: (table) => dropAll(table, reading) },
  { name: 'policy of reading lets everybody in', change: (table) => `${dropAll(table, reading)} create policy open on ${table} for select using (true)` },
  {
    name: 'need to know asks nobody',
    change: (table) => opened(table, 'narrowed_programs'),
    where: (sight) => sight[narrowedLook] !== sight[memberLook],
  },
  {
    name: 'policy of reading asks for a context and no more',
    change: (table) => `${dropAll(table, reading)} create policy loose on ${table} for select using (privacy.setting('actor_kind') = 'staff')`,
  },
];

const replaced = (name: string, result: string, body: string) =>
  `create or replace function privacy.${name} returns ${result} language sql stable parallel safe as $$ select ${body} $$`;

/** What is taken away from the readers that all policies ask. Some cannot be told from the sound one by every table: one look in one table is enough. */
const readerMutants: Readonly<Record<string, string>> = {
  'sees_all is true of everybody': replaced('sees_all()', 'boolean', 'true'),
  'has_permission is true of every code': replaced('has_permission(codes text)', 'boolean', 'true'),
  'has_permission is never true': replaced('has_permission(codes text)', 'boolean', 'false'),
  'my_programs are all programs': replaced('my_programs()', 'uuid[]', `array['01990000-0000-7000-8000-00000000000b']::uuid[]`),
  'my_programs are none': replaced('my_programs()', 'uuid[]', `'{}'::uuid[]`),
  'no program is ever narrowed': `${replaced('narrowed_programs()', 'uuid[]', `'{}'::uuid[]`)}`,
  'everybody has a part in the care of everybody': `create or replace function privacy.my_patients() returns uuid[] language sql as $$ select array['01990000-0000-7000-8000-00000000000a']::uuid[] $$`,
  'knows everybody': replaced('knows(patient_id uuid)', 'boolean', 'true'),
  'grants of nobody are held by all': `${replaced('granted_patients()', 'uuid[]', `array['01990000-0000-7000-8000-00000000000a']::uuid[]`)};
    ${replaced('granted(patient_id uuid, program_id uuid, labels text[])', 'boolean', 'true')}`,
  'the program of the label is never asked': 'drop function privacy.label_from_program() cascade',
  'the consent that ends leaves the chart open': 'drop function privacy.close_with_consent() cascade',
  'the restriction that is agreed to leaves the chart open': 'drop function privacy.close_with_restriction() cascade',
  'a view asks with the rights of its owner': 'alter view charting.signed_encounter set (security_invoker = false)',
};

async function fateOfTable(client: pg.Client, table: string, { name, change }: TableMutant, before: Sight): Promise<MutantFate> {
  const altered = change(table);
  const killedBy = (await catalogueFault(client, altered)) ?? turned(before, await sights(client, table, altered)) ?? null;
  return { mutant: `${table}: ${name}`, killedBy };
}

async function fateOfReader(client: pg.Client, mutant: string, change: string, sound: ReadonlyMap<string, Sight>): Promise<MutantFate> {
  const fault = await catalogueFault(client, change);
  if (fault) return { mutant, killedBy: fault };
  for (const [table, before] of sound) {
    const look = turned(before, await sights(client, table, change));
    if (look) return { mutant, killedBy: `${look} (${table})` };
  }
  return { mutant, killedBy: null };
}

/** What the looks find in the sound database, by table. */
export async function soundSights(client: pg.Client): Promise<ReadonlyMap<string, Sight>> {
  const sound = new Map<string, Sight>();
  for (const table of await patientTables(client)) sound.set(table, await sights(client, table));
  return sound;
}

/** The fate of every mutant of these tables, and of the readers that all tables ask. */
export async function databaseMutants(client: pg.Client, tables: ReadonlyMap<string, Sight>, sound: ReadonlyMap<string, Sight>): Promise<MutantFate[]> {
  const fates: MutantFate[] = [];
  for (const [table, before] of tables)
    for (const mutant of tableMutants.filter(({ where }) => where?.(before) ?? true)) fates.push(await fateOfTable(client, table, mutant, before));
  for (const [mutant, change] of Object.entries(readerMutants)) fates.push(await fateOfReader(client, mutant, change, sound));
  return fates;
}
