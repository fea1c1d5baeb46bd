import type { Obstacle } from '#server/platform/index.ts';
import type { Call } from './call.ts';

type Due = Pick<Call, 'callbackDueAt' | 'outcome'> & { readonly attempts: readonly { readonly at: string; readonly reached: boolean }[] };

/** Whether somebody waits to be called back longer than was promised: not settled, the time has passed, and nobody has reached them since the call. */
export function isCallbackOverdue({ callbackDueAt, outcome, attempts }: Due, now: Temporal.Instant): boolean {
  if (outcome !== null || callbackDueAt === null || attempts.some(({ reached }) => reached)) return false;
  return Temporal.Instant.compare(callbackDueAt, now) < 0;
}

/** What stands against settling a call, or joining it to a chart: it was settled before. */
export function obstaclesToSettling({ outcome }: Pick<Call, 'outcome'>): Obstacle[] {
  return outcome === null ? [] : [{ code: 'call.settled', says: 'This call was settled already. Look at its outcome, or write a new call.' }];
}

/** What stands against the moments of a call: it lies ahead, or the callback was promised for before it. */
export function obstaclesToCall(calledAt: Temporal.Instant, callbackDueAt: Temporal.Instant | null, now: Temporal.Instant): Obstacle[] {
  return [
    ...(Temporal.Instant.compare(calledAt, now.add({ minutes: 5 })) > 0
      ? [{ code: 'call.ahead', says: 'This lies in the future. Write when the call came.', at: 'calledAt' }]
      : []),
    ...(callbackDueAt && Temporal.Instant.compare(callbackDueAt, calledAt) <= 0
      ? [{ code: 'call.callback-before', says: 'The callback is promised for after the call. Choose a later time.', at: 'callbackDueAt' }]
      : []),
  ];
}
