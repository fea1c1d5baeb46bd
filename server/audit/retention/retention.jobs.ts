import { z } from 'zod';
import { longJob } from '#server/platform/index.ts';
import { retireOldest } from './retire.store.ts';

/** Each night: entries past their time (six years or more) go, block by block; the blocks stay, so that the chain holds. */
export const retireEntries = longJob('audit.retire', { every: '40 9 * * *', payload: z.looseObject({}) }, async ({ transaction }) => {
  for (;;) {
    const number = await transaction('audit.retire', async (tx) => {
      const retired = await retireOldest(tx);
      if (retired !== null) tx.touch({ kind: 'audit-block', id: String(retired) });
      return retired;
    });
    if (number === null) return;
  }
});
