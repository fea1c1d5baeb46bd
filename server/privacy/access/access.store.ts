import { sql } from 'kysely';
import { within, type Tx } from '#server/platform/index.ts';

/** Tables of schema `privacy` that this store reads and writes. */
interface AccessTables {
  'privacy.patientProgram': { patientId: string; programId: string; since: Temporal.Instant };
  'privacy.programStatus': { programId: string; part2: boolean; basis: string; validFrom: Temporal.PlainDate; validTo: Temporal.PlainDate | null };
}

/** Whether 42 CFR Part 2 holds for a program, on what ground, from which day to which (exclusive). */
export interface ProgramStatus {
  readonly programId: string;
  readonly part2: boolean;
  readonly basis: string;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo: Temporal.PlainDate | null;
}

/** Makes a person findable for a program. True when the program did not know the person before, as far as this actor can tell. */
export async function makeKnown(tx: Tx, patientId: string, programId: string): Promise<boolean> {
  // Not `returning`: a program that is not the actor's may be written but not read back.
  const result = await within<AccessTables>(tx)
    .insertInto('privacy.patientProgram')
    .values({ patientId, programId, since: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Makes a person unknown to a program again: only for the undoing of a merge. */
export async function makeUnknown(tx: Tx, patientId: string, programId: string): Promise<void> {
  await within<AccessTables>(tx).deleteFrom('privacy.patientProgram').where('patientId', '=', patientId).where('programId', '=', programId).execute();
}

/** Programs that know the person, of those that this actor may see. */
export async function knownTo(tx: Tx, patientId: string): Promise<string[]> {
  const rows = await within<AccessTables>(tx).selectFrom('privacy.patientProgram').select('programId').where('patientId', '=', patientId).orderBy('programId').execute();
  return rows.map((row) => row.programId);
}

/** The recorded statuses of these programs, oldest first. */
export function statusesOf(tx: Tx, programIds: readonly string[]): Promise<ProgramStatus[]> {
  return within<AccessTables>(tx)
    .selectFrom('privacy.programStatus')
    .select(['programId', 'part2', 'basis', 'validFrom', 'validTo'])
    .where('programId', 'in', [...programIds, '00000000-0000-0000-0000-000000000000'])
    .orderBy('programId')
    .orderBy('validFrom')
    .execute();
}

/** Records a status from a day on and ends the one that held until then. */
export async function recordStatus(tx: Tx, status: Omit<ProgramStatus, 'validTo'>): Promise<void> {
  const db = within<AccessTables>(tx);
  await db
    .updateTable('privacy.programStatus')
    .set({ validTo: status.validFrom })
    .where('programId', '=', status.programId)
    .where('validTo', 'is', null)
    .where('validFrom', '<', status.validFrom)
    .execute();
  await db
    .insertInto('privacy.programStatus')
    .values({ ...status, validTo: null })
    .execute();
}

/** Of these programs, those whose records of today are Part 2 records; a program without a status is one. */
export async function part2Among(tx: Tx, programIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (programIds.length === 0) return new Set();
  const { rows } = await sql<{ programId: string }>`select id as program_id from unnest(${programIds}::uuid[]) id where privacy.is_part2(id)`.execute(tx.db);
  return new Set(rows.map((row) => row.programId));
}
