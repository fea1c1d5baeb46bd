import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { CodeRange } from './name-code.rules.ts';
import type { Rankable } from './ranking.rules.ts';
import type { SearchEntries } from './search-entries.rules.ts';

/** Someone found, as ranking and the list need them. `recordId` differs from `id` when a merged record led here. */
export interface FoundRow extends Rankable {
  readonly id: string;
  readonly recordId: string;
  readonly pronouns: string | null;
  readonly email: string | null;
  readonly hasPhoto: boolean;
  readonly deceasedOn: Temporal.PlainDate | null;
}

/** Codes to look for: a range of the alphabet, or several exact parts. */
export type CodeWish = CodeRange | readonly number[];

function among(column: 'first' | 'second', wish: CodeWish): RawBuilder<boolean> {
  if ('from' in wish) return sql`${sql.ref(column)} between ${wish.from} and ${wish.to}`;
  return sql`${sql.ref(column)} = any (${wish}::bigint[])`;
}

interface PersonRow extends FoundRow {
  readonly mergedInto: string | null;
}

async function records(tx: Tx, ids: readonly string[]): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`select id, id as record_id, merged_into, mrn, given_name, middle_name, family_name, name_to_use, null as former_names, pronouns,
      birth_date, phone, other_phone, email, photo_file_id is not null as has_photo, deceased_on
    from patients.patient where id = any (${ids}::uuid[])`.execute(tx.db);
  return rows;
}

// Two small statements plan faster under row-level security than one large one, and few lists hold a merged record at all.
async function peopleAmong(tx: Tx, candidates: RawBuilder<{ patientId: string }>): Promise<FoundRow[]> {
  const { rows } = await candidates.execute(tx.db);
  if (rows.length === 0) return [];
  const found = await records(tx, [...new Set(rows.map((row) => row.patientId))]);
  const survivors = new Map((await survivorsOf(tx, found)).map((row) => [row.id, row]));
  return found.map((row) => {
    const survivor = row.mergedInto === null ? undefined : survivors.get(row.mergedInto);
    return survivor ? { ...survivor, recordId: row.id, formerNames: `${row.givenName} ${row.nameToUse ?? ''} ${row.familyName}` } : row;
  });
}

async function survivorsOf(tx: Tx, found: readonly PersonRow[]): Promise<PersonRow[]> {
  const ids = found.flatMap((row) => row.mergedInto ?? []);
  return ids.length === 0 ? [] : records(tx, ids);
}

/** Names on record before, by record; for those whose present name does not explain how they were found. */
export async function formerNamesOf(tx: Tx, recordIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (recordIds.length === 0) return new Map();
  const { rows } = await sql<{ patientId: string; names: string }>`select patient_id, string_agg(given_name || ' ' || family_name, ' ') as names
    from patients.former_name where patient_id = any (${recordIds}::uuid[]) group by patient_id`.execute(tx.db);
  return new Map(rows.map((row) => [row.patientId, row.names]));
}

// The programs are named in the query although the policy would filter: so they lead the index. The policy still decides.

/** People of the actor's programs by pairs of name parts, in the order of the alphabet. */
export function peopleByName(tx: Tx, first: CodeWish, second: CodeWish | undefined, limit: number): Promise<FoundRow[]> {
  return peopleAmong(
    tx,
    sql<{ patientId: string }>`select patient_id from patients.search_name where program_id = any (${tx.actor.programIds}::uuid[]) and ${among('first', first)}
      ${second ? sql`and ${among('second', second)}` : sql``} limit ${limit}`,
  );
}

/** People of the actor's programs by birth date, phone or record number. */
export function peopleByNumber(tx: Tx, numbers: readonly number[], limit: number): Promise<FoundRow[]> {
  return peopleAmong(
    tx,
    sql<{
      patientId: string;
    }>`select patient_id from patients.search_number where program_id = any (${tx.actor.programIds}::uuid[]) and number = any (${numbers}::bigint[]) limit ${limit}`,
  );
}

/** Parts of names in the actor's programs that are kept under any of these variants. */
export async function namePartsUnder(tx: Tx, variants: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ namePart: number }>`select distinct name_part from patients.search_spelling
    where program_id = any (${tx.actor.programIds}::uuid[]) and variant = any (${variants}::bigint[]) limit 200`.execute(tx.db);
  return rows.map((row) => row.namePart);
}

/** Makes a record findable in these programs under these entries, in place of those it had there. */
export async function index(tx: Tx, patientId: string, programIds: readonly string[], entries: SearchEntries): Promise<void> {
  const programs = sql`unnest(${programIds}::uuid[]) program_id`;
  await sql`delete from patients.search_name where patient_id = ${patientId} and program_id = any (${programIds}::uuid[])`.execute(tx.db);
  await sql`delete from patients.search_number where patient_id = ${patientId} and program_id = any (${programIds}::uuid[])`.execute(tx.db);
  await sql`insert into patients.search_name (program_id, first, second, patient_id)
    select program_id, first, second, ${patientId}::uuid from ${programs},
      unnest(${entries.names.map((pair) => pair.first)}::bigint[], ${entries.names.map((pair) => pair.second)}::bigint[]) pair (first, second)
    on conflict do nothing`.execute(tx.db);
  await sql`insert into patients.search_number (program_id, number, patient_id)
    select program_id, number, ${patientId}::uuid from ${programs}, unnest(${entries.numbers}::bigint[]) number on conflict do nothing`.execute(tx.db);
  await sql`insert into patients.search_spelling (program_id, variant, name_part)
    select program_id, variant, name_part from ${programs},
      unnest(${entries.spellings.map((spelling) => spelling.variant)}::bigint[], ${entries.spellings.map((spelling) => spelling.namePart)}::bigint[]) spelling (variant, name_part)
    on conflict do nothing`.execute(tx.db);
}

/** Makes a record unfindable in one program: only for the undoing of a merge. */
export async function unindex(tx: Tx, patientId: string, programId: string): Promise<void> {
  await sql`delete from patients.search_name where patient_id = ${patientId} and program_id = ${programId}`.execute(tx.db);
  await sql`delete from patients.search_number where patient_id = ${patientId} and program_id = ${programId}`.execute(tx.db);
}
