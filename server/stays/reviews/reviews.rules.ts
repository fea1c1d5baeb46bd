import { reviewContent, type Due, type ReviewFacts } from './review.ts';

/**
 * When the next review is due: days after the last one, or after the admission; and for the payer some days before the last day it has approved, so that
 * the answer can still come. The earlier of the two wins. Undefined where neither asks for one.
 */
export function dueOf({ admittedOn, lastReviewOn, reviewDays, authorizedThrough }: ReviewFacts, today: Temporal.PlainDate): Due | undefined {
  const reviewDueOn = reviewDays === null ? null : (lastReviewOn ?? admittedOn).add({ days: reviewDays });
  const payerDueOn = authorizedThrough?.subtract({ days: reviewContent.askPayerDaysBefore }) ?? null;
  const [dueOn] = [reviewDueOn, payerDueOn].filter((day) => day !== null).toSorted((a, b) => Temporal.PlainDate.compare(a, b));
  if (!dueOn) return undefined;
  const left = today.until(dueOn).days;
  const open = left <= reviewContent.soonDays ? 'soon' : 'later';
  return { reviewDueOn, payerDueOn, dueOn, because: reviewDueOn && dueOn.equals(reviewDueOn) ? 'program' : 'payer', state: left < 0 ? 'overdue' : open };
}
