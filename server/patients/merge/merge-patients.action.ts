import { knownTo, makeKnown, makeUnknown } from '#server/privacy/index.ts';
import { action, newId, refuseIf, type Tx } from '#server/platform/index.ts';
import { formerNames, record } from '../demographics/patients.store.ts';
import { patientsMerged } from '../events.ts';
import { searchEntriesOf } from '../search/search-entries.rules.ts';
import { index, unindex } from '../search/search.store.ts';
import { obstaclesToMerge, repointings } from './merge.rules.ts';
import { insertMerge, lockGroup, lockPointer, noteProgram, point, takePrograms } from './merge.store.ts';
import { programsToLearn } from './reach.rules.ts';

/** Lets the programs of the merged records know the survivor, and notes which, for the undoing. */
export async function shareReach(tx: Tx, mergeId: string, survivorId: string, mergedIds: readonly string[]): Promise<void> {
  const ofOthers: string[][] = [];
  for (const recordId of mergedIds) ofOthers.push(await knownTo(tx, recordId));
  const learning = programsToLearn(await knownTo(tx, survivorId), ofOthers);
  for (const programId of learning) {
    await makeKnown(tx, survivorId, programId);
    await noteProgram(tx, mergeId, survivorId, programId);
  }
  const row = await record(tx, survivorId);
  if (row && learning.length > 0) await index(tx, survivorId, learning, searchEntriesOf({ ...row, formerNames: await formerNames(tx, survivorId) }));
}

/** Takes back what `shareReach` gave, as far as this actor may see it. */
export async function unshareReach(tx: Tx, mergeId: string): Promise<void> {
  for (const { patientId, programId } of await takePrograms(tx, mergeId)) {
    await unindex(tx, patientId, programId);
    await makeUnknown(tx, patientId, programId);
  }
}

/** Takes two records for one person. Nothing is rewritten: the duplicate points to the survivor, and reads follow. */
export const mergePatients = action('patient.merge', async (tx, { patientId, duplicateId, reason }: { patientId: string; duplicateId: string; reason: string }) => {
  // Locked in one order, so that two merges of the same records wait for each other and never block.
  const group = await lockGroup(tx, [patientId, duplicateId]);
  const [survivor, duplicate] = [await lockPointer(tx, patientId), await lockPointer(tx, duplicateId)];
  refuseIf(obstaclesToMerge(survivor, duplicate), 409);
  const repointed = repointings(duplicateId, group);
  const mergeId = newId<'Merge'>();
  await point(
    tx,
    repointed.map(({ id }) => id),
    patientId,
  );
  await insertMerge(tx, { id: mergeId, patientId, duplicateId, reason, mergedAt: tx.now, mergedBy: tx.actor.id, repointed });
  await shareReach(
    tx,
    mergeId,
    patientId,
    repointed.map(({ id }) => id),
  );
  tx.touch({ kind: 'merge', id: mergeId, patientId: [patientId, duplicateId] });
  await tx.record(patientsMerged({ mergeId, survivorId: patientId, duplicateId }));
  return { mergeId, survivorId: patientId };
});
