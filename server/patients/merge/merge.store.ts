import type { Generated, Insertable } from 'kysely';
import { NotFound, within, type Tx } from '#server/platform/index.ts';
import type { DemographicTables } from '../demographics/person.ts';
import type { RecordPointer, Repointing } from './merge.rules.ts';

interface MergeTables extends DemographicTables {
  'patients.merge': {
    id: string;
    number: Generated<number>;
    patientId: string;
    duplicateId: string;
    reason: string;
    mergedAt: Temporal.Instant;
    mergedBy: string | null;
    repointed: Repointing[];
    undoneAt: Generated<Temporal.Instant | null>;
    undoneBy: Generated<string | null>;
    undoneReason: Generated<string | null>;
  };
  'patients.mergeProgram': { mergeId: string; patientId: string; programId: string };
}

const merges = (tx: Tx) => within<MergeTables>(tx);
// pg would write an array of objects as a PostgreSQL array; the column is jsonb.
const asJson = (repointed: readonly Repointing[]) => JSON.stringify(repointed) as unknown as Repointing[];

/** One record's pointer, locked. Throws NotFound for none and for one out of reach. */
export function lockPointer(tx: Tx, patientId: string): Promise<RecordPointer> {
  return merges(tx)
    .selectFrom('patients.patient')
    .select(['id', 'mergedInto'])
    .where('id', '=', patientId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('Patient'));
}

/** Pointers of these records and of those that point to them, locked in the order of their numbers. */
export function lockGroup(tx: Tx, ids: readonly string[]): Promise<RecordPointer[]> {
  return merges(tx)
    .selectFrom('patients.patient')
    .select(['id', 'mergedInto'])
    .where((where) => where.or([where('id', 'in', ids), where('mergedInto', 'in', ids)]))
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Points records to a survivor, or to nobody. */
export async function point(tx: Tx, ids: readonly string[], mergedInto: string | null): Promise<void> {
  if (ids.length > 0) await merges(tx).updateTable('patients.patient').set({ mergedInto, updatedAt: tx.now }).where('id', 'in', ids).execute();
}

/** Puts a merge on record. */
export async function insertMerge(tx: Tx, row: Omit<Insertable<MergeTables['patients.merge']>, 'number'>): Promise<void> {
  await merges(tx)
    .insertInto('patients.merge')
    .values({ ...row, repointed: asJson(row.repointed) })
    .execute();
}

/** One merge, locked. Throws NotFound for none and for one out of reach. */
export function lockMerge(tx: Tx, mergeId: string) {
  return merges(tx)
    .selectFrom('patients.merge')
    .selectAll()
    .where('id', '=', mergeId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('Merge'));
}

/** Adds what a merge pointed elsewhere beyond what the person who merged could see. */
export async function extendMerge(tx: Tx, mergeId: string, repointed: readonly Repointing[]): Promise<void> {
  await merges(tx)
    .updateTable('patients.merge')
    .set({ repointed: asJson(repointed) })
    .where('id', '=', mergeId)
    .execute();
}

/** Marks a merge as taken back. */
export async function markUndone(tx: Tx, mergeId: string, undoneReason: string): Promise<void> {
  await merges(tx).updateTable('patients.merge').set({ undoneAt: tx.now, undoneBy: tx.actor.id, undoneReason }).where('id', '=', mergeId).execute();
}

/** Merges of which one of these records survived or was the duplicate, the latest first. */
export function mergesOf(tx: Tx, recordIds: readonly string[]) {
  return merges(tx)
    .selectFrom('patients.merge')
    .innerJoin('patients.patient as duplicate', 'duplicate.id', 'patients.merge.duplicateId')
    .select([
      'patients.merge.id',
      'patients.merge.patientId as survivorId',
      'duplicateId',
      'duplicate.mrn as duplicateMrn',
      'reason',
      'mergedAt',
      'undoneAt',
      'undoneReason',
    ])
    .where((where) => where.or([where('patients.merge.patientId', 'in', recordIds), where('duplicateId', 'in', recordIds)]))
    .orderBy('number', 'desc')
    .execute();
}

/** What the merges into this survivor that stand have pointed elsewhere. */
export async function standingRepointings(tx: Tx, survivorId: string): Promise<Repointing[]> {
  const rows = await merges(tx).selectFrom('patients.merge').select('repointed').where('patientId', '=', survivorId).where('undoneAt', 'is', null).execute();
  return rows.flatMap((row) => row.repointed);
}

/** Notes that a program came to know the survivor by a merge. */
export async function noteProgram(tx: Tx, mergeId: string, patientId: string, programId: string): Promise<void> {
  await merges(tx)
    .insertInto('patients.mergeProgram')
    .values({ mergeId, patientId, programId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes the notes of a merge away and answers them: programs that are to forget the survivor, of those this actor may see. */
export function takePrograms(tx: Tx, mergeId: string): Promise<{ patientId: string; programId: string }[]> {
  return merges(tx).deleteFrom('patients.mergeProgram').where('mergeId', '=', mergeId).returning(['patientId', 'programId']).execute();
}
