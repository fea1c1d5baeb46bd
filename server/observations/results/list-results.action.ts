import { recordsOf } from '#server/patients/index.ts';
import { action, NotFound, type Tx } from '#server/platform/index.ts';
import { analytesOf, panels, patterns } from './panel.ts';
import { coursesOf, hintsOf } from './result.rules.ts';
import { resultsOf, resultsToReview, versionsOf, type NamedResult } from './results.store.ts';

const inWords = (result: NamedResult) => ({ ...result, hints: hintsOf(patterns, result.values) });
const known = [...new Map(panels.flatMap((panel) => analytesOf(panel).map((analyte) => [analyte.code, analyte]))).values()];

/** The version that holds, by names. */
export async function shownResult(tx: Tx, resultId: string) {
  const [newest] = await versionsOf(tx, resultId);
  if (!newest) throw new NotFound('Result');
  tx.touch({ kind: 'result', id: newest.id, patientId: newest.patientId, programId: newest.programId, fields: Object.keys(newest.values) });
  return inWords(newest);
}

/** The results of a person, the latest collection first, and each number over time. */
export const listResults = action('result.list', async (tx, { patientId }: { patientId: string }) => {
  const { personId, recordIds } = await recordsOf(tx, patientId);
  const results = await resultsOf(tx, recordIds);
  tx.touch({ kind: 'result', patientId: personId });
  return { items: results.map(inWords), courses: coursesOf(known, results) };
});

/** Everything that was ever written of one result, also when it was marked as an error. */
export const showResultHistory = action('result.show-history', async (tx, { resultId }: { resultId: string }) => {
  const versions = await versionsOf(tx, resultId);
  const [newest] = versions;
  if (!newest) throw new NotFound('Result');
  tx.touch({ kind: 'result', id: resultId, patientId: newest.patientId, programId: newest.programId });
  return { items: versions.map(inWords) };
});

/** Results that wait for review in the programs of the reader, the most urgent first. */
export const listResultsToReview = action('result.list-to-review', async (tx) => {
  const waiting = await resultsToReview(tx, 200);
  for (const { id, patientId } of waiting) tx.touch({ kind: 'result', id, patientId });
  return {
    count: waiting[0]?.count ?? 0,
    items: waiting.map(({ count: _all, ...result }) => ({ ...result, isOverdue: Temporal.Instant.compare(result.reviewDue, tx.now) < 0 })),
  };
});

/** What can be tested: panels with their analytes. */
export const listPanels = action(
  'result.list-panels',
  () =>
    Promise.resolve({
      items: panels.map((panel) => ({ ...panel, analytes: analytesOf(panel).map((analyte) => ({ unit: '', findings: [], medications: [], ...analyte })) })),
    }),
  { audit: 'touched' },
);
