import type { PlanEntry } from '../plans/plan.ts';

function isSame(one: PlanEntry, other: PlanEntry, parentId: string | null): boolean {
  const names = new Set([...Object.keys(one.fields), ...Object.keys(other.fields)]);
  return other.kind === one.kind && other.parentId === parentId && [...names].every((name) => one.fields[name] === other.fields[name]);
}

/**
 * The entries to add so that a plan also holds all of another. `source` comes parents first; a line that the target has in the same place, in the same
 * words, is not written twice, so that who comes back finds one plan and not two.
 */
export function planned(source: readonly PlanEntry[], target: readonly PlanEntry[], nextId: () => string): readonly PlanEntry[] {
  const places = new Map<string, string>();
  const added: PlanEntry[] = [];
  for (const entry of source) {
    const parentId = entry.parentId === null ? null : (places.get(entry.parentId) ?? null);
    const there = target.find((other) => isSame(entry, other, parentId));
    const copy = there ?? { ...entry, id: nextId(), parentId };
    places.set(entry.id, copy.id);
    if (!there) added.push(copy);
  }
  return added;
}
