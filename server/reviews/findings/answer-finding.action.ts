import type { z } from 'zod';
import { action, NotFound, Refused, type Tx } from '#server/platform/index.ts';
import type { AnswerFinding, JudgeFinding } from './findings.contract.ts';
import { closeFinding, giveFinding } from './finding-task.action.ts';
import { findingsOf, findingsToJudge, lockFinding, settleFinding, type Finding } from './findings.store.ts';

async function findingIn(tx: Tx, findingId: string, state: Finding['state']): Promise<Finding> {
  const found = await lockFinding(tx, findingId);
  if (!found) throw new NotFound('Finding');
  tx.touch({ kind: 'review-finding', id: found.id, patientId: found.patientId, programId: found.programId });
  if (found.state !== state) throw new Refused('finding.settled', { code: 'finding.settled', says: 'Somebody settled this meanwhile. Look at the list again.' }, 409);
  return found;
}

/** What the reader is to mend, and for who reviews what was mended and waits to be looked at. */
export const listFindings = action('review-finding.list', async (tx) => {
  const mine = tx.actor.id === null ? [] : await findingsOf(tx, tx.actor.id);
  const toJudge = tx.actor.permissions.has('review.write') ? await findingsToJudge(tx) : [];
  tx.touch({ kind: 'review-finding', patientId: [...new Set([...mine, ...toJudge].map(({ patientId }) => patientId))] });
  return { mine, toJudge };
});

/** Says what was done about a finding; with it the task is done. */
export const answerFinding = action('review-finding.answer', async (tx, { findingId, answer }: z.output<typeof AnswerFinding> & { findingId: string }) => {
  const found = await findingIn(tx, findingId, 'open');
  if (found.ownerId !== tx.actor.id) throw new NotFound('Finding');
  await settleFinding(tx, found.id, 'answered', answer);
  await closeFinding(tx, found.id, answer);
  return { ...found, state: 'answered' as const, answer };
});

/** Accepts what was done, or opens the finding again, and with it a task. */
export const judgeFinding = action('review-finding.judge', async (tx, { findingId, isAccepted }: z.output<typeof JudgeFinding> & { findingId: string }) => {
  const found = await findingIn(tx, findingId, 'answered');
  const state = isAccepted ? ('accepted' as const) : ('open' as const);
  await settleFinding(tx, found.id, state, found.answer);
  if (!isAccepted) await giveFinding(tx, found);
  return { ...found, state };
});
