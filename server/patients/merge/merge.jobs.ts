import { z } from 'zod';
import { job } from '#server/platform/index.ts';
import { leftToRestore, repointings } from './merge.rules.ts';
import { extendMerge, lockGroup, lockMerge, point, standingRepointings } from './merge.store.ts';
import { shareReach, unshareReach } from './merge-patients.action.ts';
import { restore } from './undo-merge.action.ts';

const payload = z.object({ mergeId: z.uuid() });

/** Completes a merge where the person who merged could not see: records that pointed to the duplicate, programs that know one of them. */
export const completeMerge = job('patients.complete-merge', { on: 'patient.merged', payload }, async (tx, { mergeId }) => {
  const merge = await lockMerge(tx, mergeId);
  if (merge.undoneAt !== null) return;
  const left = repointings(merge.duplicateId, await lockGroup(tx, [merge.duplicateId])).filter(({ id }) => id !== merge.duplicateId);
  const repointed = [...merge.repointed, ...left];
  await point(
    tx,
    left.map(({ id }) => id),
    merge.patientId,
  );
  if (left.length > 0) await extendMerge(tx, mergeId, repointed);
  await shareReach(
    tx,
    mergeId,
    merge.patientId,
    repointed.map(({ id }) => id),
  );
  tx.touch({ kind: 'merge', id: mergeId, patientId: [merge.patientId, ...repointed.map(({ id }) => id)] });
});

/** Completes the undoing in the same way. The same records may have been merged again meanwhile: that merge stands. */
export const completeUndoing = job('patients.complete-undoing', { on: 'patient.merge-undone', payload }, async (tx, { mergeId }) => {
  const merge = await lockMerge(tx, mergeId);
  const pointers = await lockGroup(tx, [merge.patientId]);
  const left = leftToRestore({ survivorId: merge.patientId, repointed: merge.repointed }, pointers, await standingRepointings(tx, merge.patientId));
  await restore(tx, left);
  await unshareReach(tx, mergeId);
  tx.touch({ kind: 'merge', id: mergeId, patientId: [merge.patientId, merge.duplicateId, ...left.map(({ id }) => id)] });
});
