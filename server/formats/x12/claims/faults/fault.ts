import type { Obstacle } from '#server/platform/index.ts';
import type { claimFaultKinds } from './fault-kinds.ts';

/** What keeps a claim from being written: a place in the claim, and words for the biller. */
export type ClaimFault = Obstacle;

/** A fault when the condition fails, else nothing. Words that take time to make come as a function: nearly every claim is sound. */
export function unless(holds: boolean, code: keyof typeof claimFaultKinds, says: string | (() => string), at: string): ClaimFault[] {
  return holds ? [] : [{ code: `x12.${code}`, says: typeof says === 'string' ? says : says(), at }];
}

/** The values that have occurred before. */
export function repeated<Value>(values: readonly Value[]): Value[] {
  const seen = new Set<Value>();
  return values.filter((value) => seen.size === seen.add(value).size);
}
