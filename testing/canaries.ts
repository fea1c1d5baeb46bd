import type { Clinic } from './clinic.ts';

/** A word that stands in one column of one record and nowhere else. */
export interface Canary {
  readonly word: string;
  readonly table: string;
  /** One of these reads the table in the programs where one works, as its policy says; empty for those with rules of their own. */
  readonly permissions: readonly string[];
}

interface Column {
  readonly table: string;
  readonly name: string;
  readonly permissions: string | null;
}

// What counts as free words: text that no key or check holds and by which nothing is looked up, so that the record still reads as one.
const columnsOfRecords = `
  select c.oid::regclass::text as table, a.attname as name,
    (select substring(pg_get_expr(p.polqual, p.polrelid) from 'has_permission\\(''([^'']*)''') from pg_policy p where p.polrelid = c.oid and p.polname = 'reach') as permissions
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
  where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'audit') and a.attnum > 0 and not a.attisdropped
    and format_type(a.atttypid, null) = 'text'
    and exists (select from pg_attribute p where p.attrelid = c.oid and p.attname = 'patient_id')
    and exists (select from pg_attribute p where p.attrelid = c.oid and p.attname = 'program_id')
    and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype in ('f', 'p', 'u') and a.attnum = any (k.conkey))
    and a.attname not in ('lane', 'form_version', 'form_digest', 'digest', 'sha256', 'hash', 'service', 'code', 'type_code', 'time_zone')
  order by 1, 2`;

/**
 * Writes a word of its own into every free text column of every record that this program holds about this patient, past all triggers.
 * Tables are found in the catalogue, so that a new one is planted by itself. Answers what could be planted.
 */
export async function plantCanaries(clinic: Clinic, patientId: string, programId: string): Promise<readonly Canary[]> {
  const planted: Canary[] = [];
  for (const { table, name, permissions } of (await clinic.sql('owner', columnsOfRecords)) as unknown as Column[]) {
    const word = `canary${table.replaceAll(/\W/g, '')}${name.replaceAll('_', '')}x${planted.length}x`;
    const written = await clinic
      .sql(
        'owner',
        `with replica as materialized (select set_config('session_replication_role', 'replica', false))
         update ${table} set ${name} = '${word}' from replica where patient_id = '${patientId}' and program_id = '${programId}' returning 1`,
      )
      // A check holds the column: then it holds no free words.
      .catch(() => []);
    if (written.length > 0) planted.push({ word, table, permissions: permissions?.split(',') ?? [] });
  }
  return planted;
}

/** Identifiers of all records that this program holds about this patient, for routes that are asked by id. */
export async function recordIds(clinic: Clinic, patientId: string, programId: string): Promise<readonly string[]> {
  const tables = (await clinic.sql('owner', columnsOfRecords)).map(({ table }) => String(table));
  const ids: string[] = [];
  for (const table of new Set(tables)) {
    const rows = await clinic.sql('owner', `select id::text as id from ${table} where patient_id = $1 and program_id = $2`, [patientId, programId]).catch(() => []);
    ids.push(...rows.map(({ id }) => String(id)));
  }
  return ids;
}
