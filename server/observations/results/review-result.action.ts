import type { z } from 'zod';
import { action, refuseIf } from '#server/platform/index.ts';
import { closeKeptTask } from '#server/teams/index.ts';
import { standing } from '../versions/version.ts';
import { matterOf } from './critical-result.ts';
import { shownResult } from './list-results.action.ts';
import { obstaclesToReview } from './result.rules.ts';
import type { ReviewResult } from './results.contract.ts';
import { newestVersion, writeReview } from './results.store.ts';

/** Says that somebody has read a result, and what they do about it; with it a critical one is taken up. It is of the version that was read: a correction is read anew. */
export const reviewResult = action('result.review', async (tx, { resultId, version, says }: z.output<typeof ReviewResult> & { resultId: string }) => {
  const read = standing(await newestVersion(tx, resultId), version, 'Result');
  refuseIf(obstaclesToReview(read, says));
  await writeReview(tx, read, says);
  if (read.worst === 'critical') await closeKeptTask(tx, matterOf(resultId), says);
  return shownResult(tx, resultId);
});
