import type { Obstacle } from '#server/platform/index.ts';

/** A record and the survivor it points to; null for a record that stands for itself. */
export interface RecordPointer {
  readonly id: string;
  readonly mergedInto: string | null;
}

/** One record that a merge points elsewhere, with what it pointed to before. */
export interface Repointing {
  readonly id: string;
  readonly before: string | null;
}

/** What stands against taking the duplicate for the same person as the survivor. */
export function obstaclesToMerge(survivor: RecordPointer, duplicate: RecordPointer): Obstacle[] {
  if (survivor.id === duplicate.id || duplicate.mergedInto === survivor.id || survivor.mergedInto === duplicate.id) {
    return [{ code: 'merge.same-person', says: 'Both records already are one person.' }];
  }
  return [
    ...(survivor.mergedInto === null ? [] : [{ code: 'merge.survivor-merged', says: 'The record to keep was itself merged into another. Merge into that one.' }]),
    ...(duplicate.mergedInto === null
      ? []
      : [{ code: 'merge.duplicate-merged', says: 'The duplicate was already merged into another record. Undo that merge first.', at: 'duplicateId' }]),
  ];
}

/** What a merge points elsewhere: the duplicate, and all that pointed to it, so that no chain arises. */
export function repointings(duplicateId: string, records: readonly RecordPointer[]): Repointing[] {
  return records.filter((record) => record.id === duplicateId || record.mergedInto === duplicateId).map((record) => ({ id: record.id, before: record.mergedInto }));
}

/** What stands against taking a merge back: something later builds on it. */
export function obstaclesToUndo(
  merge: { readonly survivorId: string; readonly repointed: readonly Repointing[]; readonly isUndone: boolean },
  records: readonly RecordPointer[],
): Obstacle[] {
  if (merge.isUndone) return [{ code: 'merge.already-undone', says: 'This merge was already undone.' }];
  const pointerOf = new Map(records.map((record) => [record.id, record.mergedInto]));
  const isBuiltOn = merge.repointed.some((repointing) => pointerOf.get(repointing.id) !== merge.survivorId);
  return isBuiltOn ? [{ code: 'merge.built-on', says: 'A later merge builds on this one. Undo that one first.' }] : [];
}

/** What of an undone merge is still to be put back: records that point to its survivor although no other merge that stands has pointed them there. */
export function leftToRestore(
  merge: { readonly survivorId: string; readonly repointed: readonly Repointing[] },
  records: readonly RecordPointer[],
  standing: readonly Repointing[],
): Repointing[] {
  const pointerOf = new Map(records.map((record) => [record.id, record.mergedInto]));
  const isHeld = new Set(standing.map((repointing) => repointing.id));
  return merge.repointed.filter(({ id }) => pointerOf.get(id) === merge.survivorId && !isHeld.has(id));
}

/** The records after a merge. */
export function merged(survivorId: string, plan: readonly Repointing[], records: readonly RecordPointer[]): RecordPointer[] {
  const moved = new Set(plan.map((repointing) => repointing.id));
  return records.map((record) => (moved.has(record.id) ? { ...record, mergedInto: survivorId } : record));
}

/** The records after a merge was taken back: each points where it did before. */
export function unmerged(plan: readonly Repointing[], records: readonly RecordPointer[]): RecordPointer[] {
  const before = new Map(plan.map((repointing) => [repointing.id, repointing.before]));
  return records.map((record) => (before.has(record.id) ? { ...record, mergedInto: before.get(record.id) ?? null } : record));
}
