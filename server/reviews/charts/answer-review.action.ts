import type { z } from 'zod';
import { today } from '#server/patients/index.ts';
import { action, refuseIf } from '#server/platform/index.ts';
import { closeFinding, giveFinding } from '../findings/finding-task.action.ts';
import { withdrawFinding, writeFinding } from '../findings/findings.store.ts';
import { checklistOf, reviewOr404, shownReview } from './read-reviews.action.ts';
import { obstaclesToAnswer, obstaclesToClosing } from './review.rules.ts';
import type { AnswerItem, CloseReview } from './reviews.contract.ts';
import { answersOf, closeReviewRow, lockReview, writeAnswer } from './reviews.store.ts';

const daysToMend = 14;

/** Writes what was found for one item. What is not met becomes a task of whoever is to mend it; found otherwise later, it is taken back. */
export const answerItem = action(
  'chart-review.answer',
  async (tx, { reviewId, item, says, comment, noteId, ownerId, dueOn }: z.output<typeof AnswerItem> & { reviewId: string; item: string }) => {
    await lockReview(tx, reviewId);
    const review = await reviewOr404(tx, reviewId);
    const checklist = checklistOf(review);
    refuseIf(obstaclesToAnswer(checklist, item, says, comment, review));
    const owner = ownerId ?? review.aboutStaffId;
    if (says === 'not-met' && !owner) refuseIf([{ code: 'review.nobody-to-mend', says: 'This stay has no primary clinician. Choose who is to mend it.', at: 'ownerId' }]);
    await writeAnswer(tx, review, { item, says, comment, noteId: noteId ?? null });
    if (says === 'not-met' && owner) {
      const due = dueOn ? Temporal.PlainDate.from(dueOn) : (await today(tx)).add({ days: daysToMend });
      const asks = checklist.items.find(({ code }) => code === item)?.says ?? '';
      const findingId = await writeFinding(tx, review, { item, asks, wants: comment, ownerId: owner, dueOn: due.toString(), noteId: noteId ?? null });
      await giveFinding(tx, { id: findingId, patientId: review.patientId, programId: review.programId, asks, wants: comment, ownerId: owner, dueOn: due });
    } else {
      const withdrawn = await withdrawFinding(tx, reviewId, item);
      if (withdrawn !== undefined) await closeFinding(tx, withdrawn, 'Taken back by the reviewer');
    }
    return shownReview(tx, reviewId);
  },
);

/** Closes a review once every item is answered. */
export const closeReview = action('chart-review.close', async (tx, { reviewId, summary }: z.output<typeof CloseReview> & { reviewId: string }) => {
  await lockReview(tx, reviewId);
  const review = await reviewOr404(tx, reviewId);
  const answered = (await answersOf(tx, reviewId)).map(({ item }) => item);
  refuseIf(obstaclesToClosing(checklistOf(review), answered, review));
  await closeReviewRow(tx, reviewId, summary);
  return shownReview(tx, reviewId);
});
