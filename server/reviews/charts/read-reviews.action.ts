import { today } from '#server/patients/index.ts';
import { action, NotFound, type Tx } from '#server/platform/index.ts';
import { checklistsOn, checklistVersion } from './checklist.ts';
import { shareMet } from './review.rules.ts';
import { answersOf, reviewsById, reviewsWithinReach, type Review } from './reviews.store.ts';

/** The checklist of a review, in the version with which it was opened. */
export function checklistOf({ checklist, checklistVersion: version }: Pick<Review, 'checklist' | 'checklistVersion'>) {
  const found = checklistVersion(checklist, version);
  if (!found) throw new NotFound('Checklist');
  return found;
}

/** A review as it stands in a list. */
export function listed(review: Review) {
  const { name, items } = checklistOf(review);
  return { ...review, checklistName: name, items: items.length, share: shareMet(review) };
}

/** One review, or NotFound, also for one out of reach. */
export async function reviewOr404(tx: Tx, reviewId: string): Promise<Review> {
  const [review] = await reviewsById(tx, [reviewId]);
  if (!review) throw new NotFound('Review');
  tx.touch({ kind: 'chart-review', id: review.id, patientId: review.patientId, programId: review.programId });
  return review;
}

/** A review with what it asks and what was found. */
export async function shownReview(tx: Tx, reviewId: string) {
  const review = await reviewOr404(tx, reviewId);
  return { ...listed(review), asks: checklistOf(review).items, answers: await answersOf(tx, reviewId) };
}

/** Checklists that hold today. */
export const listChecklists = action('chart-review.list-checklists', async (tx) => ({ items: [...checklistsOn(await today(tx))] }), { audit: 'touched' });

/** Reviews within reach, open ones first. */
export const listReviews = action('chart-review.list', async (tx) => {
  const reviews = await reviewsWithinReach(tx);
  tx.touch({ kind: 'chart-review', patientId: [...new Set(reviews.map(({ patientId }) => patientId))] });
  return { items: reviews.map(listed) };
});

/** One review with its answers. */
export const showReview = action('chart-review.show', (tx, { reviewId }: { reviewId: string }) => shownReview(tx, reviewId));
