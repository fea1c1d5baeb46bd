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
  readonly today: Temporal.PlainDate;
}

interface PersonRow extends FoundRow {
  readonly mergedInto: string | null;
}

const columns = sql`id, id as record_id, merged_into, mrn, given_name, middle_name, family_name, name_to_use, null as former_names, pronouns,
  birth_date, phone, other_phone, email, photo_file_id is not null as has_photo, deceased_on, (select identity.today()) as today`;

async function survivorsOf(tx: Tx, found: readonly PersonRow[]): Promise<PersonRow[]> {
  const ids = found.flatMap((row) => row.mergedInto ?? []);
  if (ids.length === 0) return [];
  return (await sql<PersonRow>`select ${columns} from patients.patient where id = any (${ids}::uuid[])`.execute(tx.db)).rows;
}

/** The people whom one of the four search functions of the schema lists; a merged record leads to its survivor. */
async function peopleOf(tx: Tx, listed: RawBuilder<unknown>): Promise<FoundRow[]> {
  const { rows: found } = await sql<PersonRow>`select ${columns} from ${listed}`.execute(tx.db);
  const survivors = new Map((await survivorsOf(tx, found)).map((row) => [row.id, row]));
  return found.map((row) => {
    const survivor = row.mergedInto === null ? undefined : survivors.get(row.mergedInto);
    return survivor ? { ...survivor, recordId: row.id, formerNames: `${row.givenName} ${row.nameToUse ?? ''} ${row.familyName}` } : row;
  });
}

/** Names on record before, by record; for those whose present name does not explain how they were found. */
export async function formerNamesOf(tx: Tx, recordIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (recordIds.length === 0) return new Map();
  const { rows } = await sql<{ patientId: string; names: string }>`select patient_id, string_agg(given_name || ' ' || family_name, ' ') as names
    from patients.former_name where patient_id = any (${recordIds}::uuid[]) group by patient_id`.execute(tx.db);
  return new Map(rows.map((row) => [row.patientId, row.names]));
}

/** People of the actor's programs of whom two parts of the name begin so, in the order of the alphabet. */
export function peopleNamed(tx: Tx, first: CodeRange, second: CodeRange, limit: number): Promise<FoundRow[]> {
  return peopleOf(tx, sql`patients.people_named(${tx.actor.programIds}::uuid[], ${first.from}, ${first.to}, ${second.from}, ${second.to}, ${limit})`);
}

/** People of the actor's programs with one of these and one of those name parts. */
export function peopleSpelled(tx: Tx, firsts: readonly number[], seconds: readonly number[], limit: number): Promise<FoundRow[]> {
  return peopleOf(tx, sql`patients.people_spelled(${tx.actor.programIds}::uuid[], ${firsts}::bigint[], ${seconds}::bigint[], ${limit})`);
}

/** People of the actor's programs with one of these name parts and another that begins so. */
export function peopleSpelledAndBegun(tx: Tx, firsts: readonly number[], second: CodeRange, limit: number): Promise<FoundRow[]> {
  return peopleOf(tx, sql`patients.people_spelled_and_begun(${tx.actor.programIds}::uuid[], ${firsts}::bigint[], ${second.from}, ${second.to}, ${limit})`);
}

/** People of the actor's programs by birth date, phone or record number. */
export function peopleNumbered(tx: Tx, numbers: readonly number[], limit: number): Promise<FoundRow[]> {
  return peopleOf(tx, sql`patients.people_numbered(${tx.actor.programIds}::uuid[], ${numbers}::bigint[], ${limit})`);
}

/** Parts of names in the actor's programs that are kept under any of these variants. */
export async function namePartsUnder(tx: Tx, variants: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{
    namePart: number;
  }>`select name_part from patients.name_parts_under(${tx.actor.programIds}::uuid[], ${variants}::bigint[], 200) name_part`.execute(tx.db);
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
