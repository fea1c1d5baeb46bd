import { today } from '#server/patients/index.ts';
import { action, type Tx } from '#server/platform/index.ts';
import { levelOfCare, programNames, standardOf } from '#server/programs/index.ts';
import { reviewContent } from './review.ts';
import { dueOf } from './reviews.rules.ts';
import { admittedTo } from './reviews.store.ts';

type Field = keyof typeof reviewContent.templates;

const fieldOf = (level: string): Field => (levelOfCare(level)?.substanceUse ? 'substance-use' : 'mental-health');

/** Days between reviews, where the program's standard asks for them at all. */
async function reviewDaysOf(tx: Tx, programId: string): Promise<number | null> {
  const { documents, own, reviewDays } = await standardOf(tx, programId);
  const asks = documents.some(({ says }) => says === reviewContent.document);
  return own?.reviewDays ?? (asks ? reviewDays : null);
}

async function reviewsIn(tx: Tx, field: Field, programIds: readonly string[], on: Temporal.PlainDate) {
  const [templateCode = ''] = reviewContent.templates[field];
  const days = new Map<string, number | null>();
  for (const programId of programIds) days.set(programId, await reviewDaysOf(tx, programId));
  return (await admittedTo(tx, programIds, reviewContent.templates[field])).flatMap((row) => {
    const reviewDays = days.get(row.programId) ?? null;
    const due = dueOf({ ...row, reviewDays }, on);
    return due ? [{ ...row, reviewDays, reviewer: reviewContent.reviewers[field], templateCode, dueOn: due.dueOn, because: due.because, state: due.state }] : [];
  });
}

/** Who is admitted, with the review that is due next: the most urgent first. */
export const listReviews = action('review.list', async (tx, { programId }: { programId?: string | undefined }) => {
  const on = await today(tx);
  const mine = await programNames(tx, programId ? tx.actor.programIds.filter((id) => id === programId) : tx.actor.programIds);
  const lists = [];
  for (const field of ['substance-use', 'mental-health'] as const) {
    const programIds = mine.filter((program) => fieldOf(program.levelOfCare) === field).map(({ id }) => id);
    if (programIds.length > 0) lists.push(await reviewsIn(tx, field, programIds, on));
  }
  const items = lists.flat().toSorted((a, b) => Temporal.PlainDate.compare(a.dueOn, b.dueOn) || a.name.localeCompare(b.name));
  tx.touch({ kind: 'review', patientId: [...new Set(items.map(({ patientId }) => patientId))], programId });
  return { source: reviewContent.source, items };
});
