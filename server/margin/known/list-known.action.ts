import { tellPlan } from '#server/careplans/index.ts';
import { readDraft } from '#server/charting/index.ts';
import { action } from '#server/platform/index.ts';
import { allergiesKnown, labelsOfDraft, medicationsKnown, noAllergyStated, scoresKnown, vitalsKnown } from './known.store.ts';
import { allergyLine, day, scoreLine } from './known.rules.ts';

/**
 * What the chart knows that this note may take up: as far as the writer may see it, and only what carries no label that the note lacks,
 * so that nothing of a Part 2 program slips into the note of another.
 */
export const listKnown = action('draft.list-known', async (tx, { draftId }: { draftId: string }) => {
  const { patientId, programId } = await readDraft.within(tx, { draftId });
  const about = { patientId, labels: await labelsOfDraft(tx, draftId) };
  const plan = await tellPlan.within(tx, { patientId, programId, draftId });
  const [scores, medications, allergies, vitals] = [
    await scoresKnown(tx, about),
    await medicationsKnown(tx, about),
    await allergiesKnown(tx, about),
    await vitalsKnown(tx, about),
  ];
  for (const kind of ['assessment', 'medication', 'allergy', 'vital-signs']) tx.touch({ kind, patientId });
  const noneSince = allergies.length === 0 ? await noAllergyStated(tx, about) : undefined;
  return {
    goals: (plan?.goals ?? []).map(({ id, words }) => ({ id, says: words })).filter(({ says }) => says !== ''),
    scores: scores.map((score) => ({ id: score.id, says: scoreLine(score) })),
    medications: medications.map(({ id, name, dose }) => ({ id, says: `${name}, ${dose}` })),
    allergies: noneSince
      ? [{ id: noneSince.id, says: `No known allergies (asked ${day(noneSince.on)})` }]
      : allergies.map((one) => ({ id: one.id, says: allergyLine(one) })),
    vitals: vitals.map(({ id, says, on }) => ({ id, says: `${says} (${day(on)})` })),
  };
});
