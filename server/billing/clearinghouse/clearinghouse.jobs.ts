import { z } from 'zod';
import { longJob, type Outside, type Tx } from '#server/platform/index.ts';
import { noteContact, noteFailedSending } from './clearinghouse.store.ts';
import { fetchAnswers } from './fetch-answers.action.ts';
import { sendBatch } from './send-batch.action.ts';

const words = (error: unknown): string => (error instanceof Error ? error.message : 'unknown');

/** What failed is kept for the biller to see, then thrown on, so that the queue tries again later and later. */
async function showingTrouble(outside: Outside, work: () => Promise<void>, note: (tx: Tx, trouble: string) => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await outside.transaction('clearinghouse.trouble', (tx) => note(tx, words(error)));
    throw error;
  }
}

/** Hands a file of claims to the clearinghouse. Runs again, with growing pauses, until it is there. */
export const sendQueuedBatch = longJob('clearinghouse.send', { payload: z.object({ batchId: z.uuid() }) }, (outside, { batchId }) =>
  showingTrouble(
    outside,
    () => outside.transaction('claim.send', (tx) => sendBatch.within(tx, { batchId })),
    async (tx, trouble) => {
      await noteFailedSending(tx, batchId, trouble);
      await noteContact(tx, trouble);
    },
  ),
);

/** Looks for answers every five minutes, and whenever the biller asks. */
export const pollClearinghouse = longJob('clearinghouse.poll', { every: '*/5 * * * *', payload: z.object({}), maxAttempts: 3 }, (outside) =>
  showingTrouble(outside, () => fetchAnswers(outside), noteContact),
);
