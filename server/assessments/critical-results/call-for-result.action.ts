import type { Tx } from '#server/platform/index.ts';
import { matterOf, takenUpBy } from '#server/observations/index.ts';
import { openKeptTask } from '#server/teams/index.ts';
import { answersNow } from '../risk/hours.rules.ts';
import { callFor } from '../risk/keep-pathway.action.ts';
import { peopleAround } from '../risk/people.store.ts';
import { riskPolicy } from '../risk/risk-policy.ts';
import { criticalResult } from './results.store.ts';

/**
 * Opens the task of a critical result, with its clock, for who ordered the test; without one for whoever answers for the person at that hour, and at last
 * for the clinical directors. Called again it changes nothing but what the task says.
 */
export async function callForResult(tx: Tx, resultId: string): Promise<void> {
  const result = await criticalResult(tx, resultId);
  if (!result) return;
  const { patientId, programId } = result;
  const people = await peopleAround(tx, patientId, programId, tx.now);
  const staffId = result.orderedBy ?? answersNow(riskPolicy.hours, people, tx.now, people.timeZone);
  const dueAt = takenUpBy(result.writtenAt);
  const isNew = await openKeptTask(tx, {
    ...matterOf(resultId),
    patientId,
    programId,
    title: `Critical result: ${result.says}`.slice(0, 200),
    details: `${result.panelName}. Look at it, and write what was done.`,
    isFor: staffId === null ? { role: 'clinical-director' } : { staffId },
    dueOn: dueAt.toZonedDateTimeISO(people.timeZone).toPlainDate(),
    dueAt,
    opens: `/patients/${patientId}/results?open=${resultId}`,
    finishesHere: true,
    isPrivate: false,
    warns: 'A critical result waits to be taken up',
  });
  if (isNew) await callFor(tx, staffId === null ? people.directors : [staffId], 'Please look now');
  tx.touch({ kind: 'result', id: resultId, patientId, programId });
}
