import type { Clinic } from './clinic.ts';

/** A word that stands in one column of one record and nowhere else. */
export interface Canary {
  readonly word: string;
  readonly table: string;
  /** One of these reads the table, as its policy says; empty for tables with rules of their own. */
  readonly permissions: readonly string[];
  /** `program` = for who works where the record was made; `person` = for who shares any program with the person; `own` = rules of its own. */
  readonly reach: 'program' | 'person' | 'own';
}

/** A whole planting. */
export interface Planting {
  readonly canaries: readonly Canary[];
  /** Tables with a patient in which nothing could be planted. */
  readonly bare: readonly string[];
}

interface About {
  readonly patientId: string;
  readonly programId: string;
}

interface Table {
  readonly table: string;
  readonly hasProgram: boolean;
  readonly person: string | null;
}

interface Column extends Table {
  readonly name: string;
  readonly type: 'text' | 'text[]' | 'jsonb';
  readonly permissions: string | null;
  readonly reach: Canary['reach'];
}

// Everything that tells of somebody, and the groups in which they are treated; found in the catalogue, so that a new table is planted by itself.
const tablesOfRecords = `
  select c.oid, c.oid::regclass::text as table,
    exists (select from pg_attribute p where p.attrelid = c.oid and p.attname = 'program_id') as "hasProgram",
    (select p.attname from pg_attribute p where p.attrelid = c.oid and p.attnum > 0
       and (p.attname = 'patient_id' or (p.attname = 'id' and c.oid = 'patients.patient'::regclass))) as person
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'audit', 'public')
    and (exists (select from pg_attribute p where p.attrelid = c.oid and p.attname = 'patient_id') or c.oid = 'patients.patient'::regclass
      or (n.nspname = 'groups' and exists (select from pg_attribute p where p.attrelid = c.oid and p.attname = 'program_id')))`;

// Words that a key or a check holds are no free words; nor are names of what stands in content/, and a record with an unknown one is shown to nobody.
const columnsOfRecords = `
  select t.table, t."hasProgram", t.person, a.attname as name, format_type(a.atttypid, null) as type, read.permissions,
    case when read.policy is null then 'own' when read.policy like '%patient_program%' or read.policy like '%known_to%' then 'person' else 'program' end as reach
  from (${tablesOfRecords}) t join pg_attribute a on a.attrelid = t.oid
  left join lateral (select pg_get_expr(p.polqual, p.polrelid) as policy, substring(pg_get_expr(p.polqual, p.polrelid) from 'has_permission\\(''([^'']*)''') as permissions
    from pg_policy p where p.polrelid = t.oid and p.polname = 'reach' and p.polcmd in ('r', '*')) read on true
  where a.attnum > 0 and not a.attisdropped and format_type(a.atttypid, null) in ('text', 'text[]', 'jsonb')
    and not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype in ('f', 'p', 'u') and a.attnum = any (k.conkey))
    and a.attname not in ('labels', 'lane', 'form_version', 'form_digest', 'digest', 'sha256', 'hash', 'service', 'code', 'type_code', 'template_code', 'time_zone', 'checklist', 'priority')
    and (t.table, a.attname) not in (('assessments.risk_event', 'kind'), ('assessments.risk_duty', 'kind'))
  order by 1, 4`;

// One round trip: tries the changes of each column in turn until one finds a row.
const planter = `
  create function public.plant(plans jsonb) returns table (word text) language plpgsql as $$
  declare
    plan jsonb;
    change text;
    changed bigint;
  begin
    perform set_config('session_replication_role', 'replica', true);
    for plan in select value from jsonb_array_elements(plans) loop
      for change in select value from jsonb_array_elements_text(plan->'changes') loop
        begin
          execute change;
          get diagnostics changed = row_count;
        -- A check holds the column: then it holds no free words.
        exception when others then changed := 0;
        end;
        if changed > 0 then
          word := plan->>'word';
          return next;
          exit;
        end if;
      end loop;
    end loop;
  end $$`;

const rowsOf = ({ hasProgram, person }: Table, { patientId, programId }: About): string =>
  [...(person ? [`${person} = '${patientId}'`] : []), ...(hasProgram ? [`(program_id = '${programId}' or program_id is null)`] : [])].join(' and ');

/** How a word comes into a column: where somebody wrote the free word it is put in its place; a text that is nobody's free word is replaced whole. */
function changesOf(column: Column, word: string, about: About, freeWord: string): readonly string[] {
  const { table, name, type } = column;
  const whose = rowsOf(column, about);
  const inPlace = type === 'text' ? `replace(${name}, '${freeWord}', '${word}')` : `replace(${name}::text, '${freeWord}', '${word}')::${type}`;
  const swapped = `update ${table} set ${name} = ${inPlace} where ${name}::text like '%${freeWord}%' and ${whose}`;
  return type === 'text' ? [swapped, `update ${table} set ${name} = '${word}' where ${name} is not null and ${whose}`] : [swapped];
}

/**
 * Writes a word of its own into every column of words of every record that this program holds about this patient, and of what is told of the person,
 * past all triggers. Answers what was planted, and which tables hold nothing of the patient in which a word could stand.
 */
export async function plantCanaries(clinic: Clinic, about: About, freeWord: string): Promise<Planting> {
  const columns = (await clinic.sql('owner', columnsOfRecords)) as unknown as Column[];
  const canaries = columns.map(({ table, name, permissions, reach }, index): Canary => {
    const word = `canary${table.replaceAll(/\W/g, '')}${name.replaceAll('_', '')}x${index}x`;
    return { word, table, reach, permissions: permissions?.split(',') ?? [] };
  });
  const plans = columns.map((column, index) => {
    const word = canaries[index]?.word ?? '';
    return { word, changes: changesOf(column, word, about, freeWord) };
  });
  await clinic.sql('owner', planter);
  const words = new Set((await clinic.sql('owner', 'select word from public.plant($1)', [JSON.stringify(plans)])).map(({ word }) => String(word)));
  const planted = canaries.filter(({ word }) => words.has(word));
  const tables = new Set(planted.map(({ table }) => table));
  return { canaries: planted, bare: [...new Set(columns.map(({ table }) => table))].filter((table) => !tables.has(table)) };
}

/** Identifiers of all records about this patient and of this program, by table, for routes that are asked by id. */
export async function recordIds(clinic: Clinic, about: About): Promise<ReadonlyMap<string, readonly string[]>> {
  const tables = (await clinic.sql('owner', tablesOfRecords)) as unknown as Table[];
  const asked = tables.map((one) => `select '${one.table}' as table, to_jsonb(r)->>'id' as id from ${one.table} r where ${rowsOf(one, about)}`);
  const found = new Map<string, string[]>();
  for (const { table, id } of await clinic.sql('owner', asked.join(' union '))) if (id !== null) found.set(table, [...(found.get(table) ?? []), String(id)]);
  return found;
}

/** Ids of the tables that a parameter of a route means by its name: `:planId` those called plan, `:emergencyId` those of an emergency; none when no table is called so. */
export function idsFor(parameter: string, ids: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const name = parameter
    .replace(/^:/, '')
    .replace(/Id$/, '')
    .replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  // A name that is a word of SQL is quoted in the catalogue.
  const byName = [...ids].map(([table, values]) => [table.replaceAll('"', ''), values] as const);
  const called = byName.filter(([table]) => table.endsWith(`.${name}`) || table.endsWith(`_${name}`));
  const akin = byName.filter(([table]) => `_${table.split('.')[1]}_`.includes(`_${name}_`));
  return (called.length > 0 ? called : akin).flatMap(([, values]) => values);
}
