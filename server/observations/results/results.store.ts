import { sql } from 'kysely';
import { within, type Tx } from '#server/platform/index.ts';
import type { ObservationTables } from '../observations-tables.ts';
import { stale } from '../versions/version.ts';
import type { Interpretation, Result } from './result.ts';

/** A result as it is shown: people and program by name. */
export type NamedResult = Omit<Result, 'labels'> & { readonly programName: string; readonly orderedByName: string | null };

const named = sql`select r.id, r.version, r.patient_id, r.program_id, coalesce(program.name, '') as program_name, r.panel, r.panel_name, r.collected_at, r.received_at, r.laboratory,
    r.clia, r.specimen, r.method, r.is_observed, r.document_id, r.ordered_by, orderer.display_name as ordered_by_name, r.note, r.values, r.worst, r.says, r.state, r.reason, r.written_at, coalesce(writer.display_name, '') as written_by,
    r.review_due, r.reviewed_at, reviewer.display_name as reviewed_by, r.review_says
  from`;
const byName = sql`left join identity.staff_name writer on writer.id = r.written_by left join identity.staff_name reviewer on reviewer.id = r.reviewed_by
  left join identity.staff_name orderer on orderer.id = r.ordered_by
  left join programs.program_name program on program.id = r.program_id`;

/** Results of these records as they hold, without those entered in error, the latest collection first. */
export async function resultsOf(tx: Tx, recordIds: readonly string[]): Promise<readonly NamedResult[]> {
  const { rows } = await sql<NamedResult>`${named} observations.result_now r ${byName}
    where r.patient_id = any (${recordIds}::uuid[]) and r.state = 'recorded' order by r.collected_at desc, r.id desc limit 500`.execute(tx.db);
  return rows;
}

/** All versions of one result, the newest first. */
export async function versionsOf(tx: Tx, resultId: string): Promise<readonly NamedResult[]> {
  const { rows } = await sql<NamedResult>`${named} observations.result r ${byName} where r.id = ${resultId} order by r.version desc`.execute(tx.db);
  return rows;
}

/** The version that holds; undefined when there is none that this actor may see. */
export async function newestVersion(tx: Tx, resultId: string): Promise<Result | undefined> {
  const { rows } = await sql<Result>`select * from observations.result where id = ${resultId} order by version desc limit 1`.execute(tx.db);
  return rows[0];
}

/** Adds a version; false when it is there already. */
export async function insertVersion(tx: Tx, result: Result): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await within<ObservationTables>(tx)
    .insertInto('observations.result')
    .values({ ...result, values: JSON.stringify(result.values) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Adds the version that follows; refuses when somebody else has written it meanwhile. */
export async function insertNext(tx: Tx, result: Result): Promise<void> {
  if (!(await insertVersion(tx, result))) throw stale();
}

/** Writes the one review of a version; refuses when somebody was first. */
export async function writeReview(tx: Tx, { id, version }: Pick<Result, 'id' | 'version'>, says: string): Promise<void> {
  const { numAffectedRows } = await sql`update observations.result set reviewed_at = ${tx.now}, reviewed_by = ${tx.actor.id}::uuid, review_says = ${says}
    where id = ${id} and version = ${version} and reviewed_at is null`.execute(tx.db);
  if (numAffectedRows !== 1n) throw stale();
}

/** Whether a colleague works in a program. */
export async function worksIn(tx: Tx, staffId: string, programId: string): Promise<boolean> {
  const { rows } = await sql<{
    does: boolean;
  }>`select exists (select from identity.staff_membership where staff_id = ${staffId} and program_id = ${programId}) as does`.execute(tx.db);
  return rows[0]?.does ?? false;
}

/** A result that nobody has reviewed. */
export interface WaitingResult {
  readonly id: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly panelName: string;
  readonly says: string;
  readonly worst: Interpretation;
  readonly collectedAt: Temporal.Instant;
  readonly reviewDue: Temporal.Instant;
  readonly programName: string;
  readonly count: number;
}

/** Results that nobody has reviewed, in the programs of the reader, the most urgent first. */
export async function resultsToReview(tx: Tx, limit: number): Promise<readonly WaitingResult[]> {
  const { rows } = await sql<WaitingResult>`
    with waiting as (select r.*, (count(*) over ())::integer as of_all from observations.result_now r where r.reviewed_at is null and r.state = 'recorded' order by r.review_due, r.id limit ${limit})
    select w.id, coalesce(p.person_id, w.patient_id) as patient_id, coalesce(p.display_name, '') as patient_name, w.panel_name, w.says, w.worst, w.collected_at, w.review_due,
      coalesce(program.name, '') as program_name, w.of_all as count
    from waiting w left join patients.patient_name p on p.id = w.patient_id left join programs.program_name program on program.id = w.program_id order by w.review_due, w.id`.execute(
    tx.db,
  );
  return rows;
}
