import type pg from 'pg';
import roles from '#content/roles.json' with { type: 'json' };
import { modules } from '#server/modules.ts';
import { plantRow, seenAsApplication } from '#house/planted-row.ts';

const own = `(${modules.map((name) => `'${name}'`).join(', ')})`;

/** Tables with a patient that the application may read. */
export async function patientTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select distinct n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind in ('r', 'p') and n.nspname in ${own} and a.attname in ('patient_id', 'patient_ids') and not a.attisdropped and has_table_privilege('mooring_app', c.oid, 'select')
    union select 'patients.patient' order by 1`);
  return rows.map(({ name }) => name);
}

const originator = '01990000-0000-7000-8000-00000000000e';
const planted = {
  patientId: '01990000-0000-7000-8000-00000000000a',
  programId: '01990000-0000-7000-8000-00000000000b',
  // A vault note has its originator, and a file the permission that reads it.
  also: { originator_id: `'${originator}'`, permission: `'patient.read'` },
};
const everything = roles.permissions.map(({ code }) => code).join(',');
const somebody = { actor_kind: 'staff', actor_id: '01990000-0000-7000-8000-00000000000c', purpose: 'TREAT' };
const elsewhere = '{01990000-0000-7000-8000-00000000000d}';

/** In whose name a planted row is looked for. A look is a sentence that a sound database makes true of each table. */
const contexts = {
  'nobody without a context sees the row': {},
  'a stranger with every permission does not see it': { ...somebody, programs: elsewhere, permissions: everything },
  'who works in the program without any permission does not see it': { ...somebody, programs: `{${planted.programId}}`, permissions: 'none' },
  'who works in the program with every permission sees it': { ...somebody, programs: `{${planted.programId}}`, permissions: everything },
  'who works in a program that narrows, and has no part in the care, does not see it': {
    ...somebody,
    programs: `{${planted.programId}}`,
    permissions: everything,
    narrowed: `{${planted.programId}}`,
  },
  'its originator sees it': { ...somebody, actor_id: originator, programs: `{${planted.programId}}`, permissions: everything },
} as const;
type Look = keyof typeof contexts;
const looks = Object.keys(contexts) as Look[];

/** What a look finds in a table: whether the row is seen, or that the question itself failed. */
export type Sight = Readonly<Record<Look, boolean | 'fails'>>;

async function sight(client: pg.Client, table: string, settings: Readonly<Record<string, string>>): Promise<boolean | 'fails'> {
  await client.query('savepoint look');
  try {
    const isSeen = (await seenAsApplication(client, table, settings)) > 0;
    await client.query('rollback to savepoint look');
    return isSeen;
  } catch {
    await client.query('rollback to savepoint look');
    return 'fails';
  }
}

/** What each look finds in a table with one planted row, after a change that is undone. The person is known to the program. */
export async function sights(client: pg.Client, table: string, change?: string): Promise<Sight> {
  await client.query('begin');
  try {
    if (change) await client.query(change);
    if (table !== 'privacy.patient_program')
      await client.query('insert into privacy.patient_program (patient_id, program_id) values ($1, $2) on conflict do nothing', [planted.patientId, planted.programId]);
    await plantRow(client, table, planted);
    const found: [Look, boolean | 'fails'][] = [];
    for (const look of looks) found.push([look, await sight(client, table, contexts[look])]);
    return Object.fromEntries(found) as Sight;
  } finally {
    await client.query('rollback');
  }
}

/** The first look whose answer a change has turned; undefined when none has. */
export function turned(before: Sight, after: Sight): Look | undefined {
  return looks.find((look) => before[look] !== after[look]);
}

const catalogue: Readonly<Record<string, string>> = {
  'every table with a patient has row-level security, forced': `select c.oid::regclass::text as fault from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind in ('r', 'p') and n.nspname in ${own} and (a.attname in ('patient_id', 'patient_ids') or c.oid = 'patients.patient'::regclass) and not a.attisdropped and not (c.relrowsecurity and c.relforcerowsecurity)`,
  'every table that is protected labels its rows by their program': `select p.polrelid::regclass::text as fault from pg_policy p where p.polname in ('reach', 'originator')
    and exists (select from pg_attribute a where a.attrelid = p.polrelid and a.attname = 'labels') and not exists (select from pg_trigger t where t.tgrelid = p.polrelid and t.tgname = 'label_from_program' and t.tgenabled <> 'D')`,
  'every table that a permission for what is written in care reads is narrowed': `select p.polrelid::regclass::text as fault from pg_policy p join pg_class c on c.oid = p.polrelid
    where p.polname = 'reach' and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'labels')
      and exists (select from unnest(privacy.clinical_permissions()) code where pg_get_expr(p.polqual, p.polrelid) ~ ('has_permission\\(''([a-z.-]+,)*' || code || '[,'']'))
      and not exists (select from pg_policy n where n.polrelid = p.polrelid and n.polname = 'need_to_know' and not n.polpermissive and n.polcmd = 'r')`,
  'every view asks with the rights of who asks': `select c.oid::regclass::text as fault from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm') and n.nspname in ${own} and not coalesce(c.reloptions @> array['security_invoker=true'], false)`,
  'a consent that ends closes what it held open': `select missing as fault from unnest(array['close_with_consent', 'close_with_restriction']) missing where not exists (select from pg_trigger t where t.tgname = missing and t.tgenabled <> 'D')`,
};

/** The first sentence about the catalogue that does not hold after a change that is undone; undefined when all hold. */
export async function catalogueFault(client: pg.Client, change?: string): Promise<string | undefined> {
  await client.query('begin');
  try {
    if (change) await client.query(change);
    for (const [sentence, query] of Object.entries(catalogue)) if ((await client.query(query)).rows.length > 0) return sentence;
    return undefined;
  } finally {
    await client.query('rollback');
  }
}
