import { z } from 'zod';
import { job } from '#server/platform/index.ts';
import { removeWhatIsOver } from './sessions.store.ts';

/** Every ten minutes: idle and over-long sessions are removed. They stopped being answered the moment their time was up. */
export const removeEndedSessions = job('session.expire', { every: '*/10 * * * *', payload: z.looseObject({}) }, async (tx) => {
  const ended = await removeWhatIsOver(tx);
  if (ended > 0) tx.touch({ kind: 'session', details: { ended } });
});
