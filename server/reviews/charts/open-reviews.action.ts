import { randomInt } from 'node:crypto';
import type { z } from 'zod';
import { recordsOf, today } from '#server/patients/index.ts';
import { action, newId, NotFound, refuseIf, type Tx } from '#server/platform/index.ts';
import { checklistsOn } from './checklist.ts';
import { drawn } from './draw.rules.ts';
import { listed, shownReview } from './read-reviews.action.ts';
import type { DrawSample, OpenReview } from './reviews.contract.ts';
import { clinicianOf, insertReview, reviewsById, staysToReview } from './reviews.store.ts';

async function checklistNamed(tx: Tx, code: string) {
  const found = checklistsOn(await today(tx)).find((each) => each.code === code);
  if (!found) throw new NotFound('Checklist');
  return found;
}

/** Opens a review of one chart, as far as one program keeps it. Sent twice with the same id it is opened once. */
export const openReview = action('chart-review.open', async (tx, { id, patientId, programId, checklist }: z.output<typeof OpenReview>) => {
  if (!tx.actor.programIds.includes(programId)) throw new NotFound('Program');
  const { code, version } = await checklistNamed(tx, checklist);
  const { personId } = await recordsOf(tx, patientId);
  const reviewId = id ?? newId<'Review'>();
  const aboutStaffId = await clinicianOf(tx, personId, programId);
  await insertReview(tx, { id: reviewId, patientId: personId, programId, checklist: code, version, aboutStaffId, drawn: null });
  return shownReview(tx, reviewId);
});

/** Draws charts by chance and opens a review of each; the seed is kept, so that anybody can draw the same again. */
export const drawSample = action('chart-review.draw', async (tx, { checklist, size, seed: given, from, to, ...wanted }: z.output<typeof DrawSample>) => {
  const { code, version } = await checklistNamed(tx, checklist);
  const { programId = null, staffId = null, levelOfCare = null } = wanted;
  const stays = await staysToReview(tx, { from, to, programId, staffId, levelOfCare });
  if (stays.length === 0) refuseIf([{ code: 'review.nobody-to-draw', says: 'Nobody was in care in these days. Choose other days, or fewer conditions.', at: 'from' }]);
  const seed = given ?? randomInt(2_147_483_647);
  const sample = drawn(stays, ({ patientId, programId: of }) => `${patientId} ${of}`, size, seed).map((stay) => ({ ...stay, id: newId<'Review'>() }));
  for (const { id, patientId, programId: of, clinicianId } of sample) {
    await insertReview(tx, { id, patientId, programId: of, checklist: code, version, aboutStaffId: clinicianId, drawn: { seed, of: stays.length } });
    tx.touch({ kind: 'chart-review', id, patientId, programId: of });
  }
  const reviews = await reviewsById(
    tx,
    sample.map(({ id }) => id),
  );
  return { seed, of: stays.length, items: reviews.map(listed) };
});
