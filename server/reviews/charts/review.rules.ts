import type { Obstacle } from '#server/platform/index.ts';
import type { Checklist } from './checklist.ts';

export type Verdict = 'met' | 'not-met' | 'not-applicable';

/** What stands against answering an item. */
export function obstaclesToAnswer(checklist: Checklist, item: string, says: Verdict, comment: string, review: { readonly closedAt: unknown }): Obstacle[] {
  const found: Obstacle[] = [];
  if (review.closedAt !== null) found.push({ code: 'review.closed', says: 'This review is closed. Open another one.' });
  if (!checklist.items.some(({ code }) => code === item)) found.push({ code: 'review.no-item', says: 'This checklist does not ask that.', at: 'item' });
  if (says === 'not-met' && comment.length < 3) found.push({ code: 'review.says-nothing', says: 'Say what is missing, for whoever mends it.', at: 'comment' });
  return found;
}

/** What stands against closing a review. */
export function obstaclesToClosing(checklist: Checklist, answered: readonly string[], review: { readonly closedAt: unknown }): Obstacle[] {
  if (review.closedAt !== null) return [{ code: 'review.closed', says: 'This review is closed already.' }];
  return checklist.items
    .filter(({ code }) => !answered.includes(code))
    .map(({ code, says }) => ({ code: 'review.unanswered', says: `Not answered yet: ${says}.`, at: `answers.${code}` }));
}

/** The share that is met among what applies, in whole percent; null where nothing applies. */
export function shareMet({ met, notMet }: { readonly met: number; readonly notMet: number }): number | null {
  return met + notMet === 0 ? null : Math.round((met * 100) / (met + notMet));
}
