import type { z } from 'zod';
import { action } from '#server/platform/index.ts';
import { closeKeptTask } from '#server/teams/index.ts';
import { standing } from '../versions/version.ts';
import { matterOf } from './critical-result.ts';
import { callWhenCritical, refuseStranger, writtenResult } from './enter-result.action.ts';
import { shownResult } from './list-results.action.ts';
import type { ChangeResult, WithdrawResult } from './results.contract.ts';
import { insertNext, newestVersion } from './results.store.ts';

/** Corrects a result: a further version with its reason, which is to be reviewed anew. The first stays in the history. */
export const changeResult = action('result.change', async (tx, { resultId, version, reason, ...said }: z.output<typeof ChangeResult> & { resultId: string }) => {
  const before = standing(await newestVersion(tx, resultId), version, 'Result');
  await refuseStranger(tx, said.orderedBy, before.programId);
  const written = writtenResult(tx, before.panel, { ...said, receivedAt: said.receivedAt ?? before.receivedAt.toString() });
  await insertNext(tx, { ...before, ...written, version: version + 1, reason });
  await closeKeptTask(tx, matterOf(resultId), `Corrected: ${reason}`);
  await callWhenCritical(tx, { ...before, worst: written.worst });
  return shownResult(tx, resultId);
});

/** Marks a result as entered in error: it leaves grid and course and stays in the record. */
export const withdrawResult = action('result.withdraw', async (tx, { resultId, version, reason }: z.output<typeof WithdrawResult> & { resultId: string }) => {
  const before = standing(await newestVersion(tx, resultId), version, 'Result');
  await insertNext(tx, { ...before, version: version + 1, state: 'entered-in-error', reason, writtenAt: tx.now, writtenBy: tx.actor.id ?? '' });
  await closeKeptTask(tx, matterOf(resultId), `Entered in error: ${reason}`);
  return shownResult(tx, resultId);
});
