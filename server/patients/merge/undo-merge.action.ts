import { action, refuseIf, type Tx } from '#server/platform/index.ts';
import { mergeUndone } from '../events.ts';
import { obstaclesToUndo, type Repointing } from './merge.rules.ts';
import { lockGroup, lockMerge, markUndone, point } from './merge.store.ts';
import { unshareReach } from './merge-patients.action.ts';

/** Points each record where it pointed before. */
export async function restore(tx: Tx, repointed: readonly Repointing[]): Promise<void> {
  for (const { id, before } of repointed) await point(tx, [id], before);
}

/** Takes a merge back: every record is again what it was. */
export const undoMerge = action('patient.undo-merge', async (tx, { mergeId, reason }: { mergeId: string; reason: string }) => {
  const merge = await lockMerge(tx, mergeId);
  const seen = await lockGroup(tx, [merge.patientId, merge.duplicateId]);
  const inReach = new Set(seen.map((pointer) => pointer.id));
  // Records that this person cannot see are put back by the job that follows.
  const repointed = merge.repointed.filter(({ id }) => inReach.has(id));
  refuseIf(obstaclesToUndo({ survivorId: merge.patientId, repointed, isUndone: merge.undoneAt !== null }, seen), 409);
  await restore(tx, repointed);
  await markUndone(tx, mergeId, reason);
  await unshareReach(tx, mergeId);
  tx.touch({ kind: 'merge', id: mergeId, patientId: [merge.patientId, merge.duplicateId] });
  await tx.record(mergeUndone({ mergeId, survivorId: merge.patientId, duplicateId: merge.duplicateId }));
});
