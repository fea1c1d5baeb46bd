import { z } from 'zod';
import { longJob, Unavailable, type Outside, type Tx } from '#server/platform/index.ts';
import { noteContact, noteFailedSending } from './clearinghouse.store.ts';
import { fetchAnswers } from './fetch-answers.action.ts';
import { sendBatch } from './send-batch.action.ts';

/** What the clearinghouse failed at is kept for the biller to see. All failures are thrown on, so that the queue tries again later and later. */
async function showingTrouble(outside: Outside, work: () => Promise<void>, note: (tx: Tx, trouble: string) => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    // A fault on our own side is in the log; it says nothing of the clearinghouse.
    if (error instanceof Unavailable) await outside.transaction('clearinghouse.trouble', (tx) => note(tx, error.message));
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

/** Looks for answers every five minutes, and whenever the biller asks; one look at a time, the next waits. */
export const pollClearinghouse = longJob('clearinghouse.poll', { every: '*/5 * * * *', payload: z.object({}), maxAttempts: 3, queue: 'clearinghouse.poll' }, (outside) =>
  showingTrouble(outside, () => fetchAnswers(outside), noteContact),
);
