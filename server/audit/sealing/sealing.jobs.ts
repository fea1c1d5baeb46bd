import { z } from 'zod';
import { longJob } from '#server/platform/index.ts';
import { sealEntries } from './seal-entries.action.ts';

/** Every minute: new entries become blocks of the chain. Run again from any point it does the rest. */
export const sealAudit = longJob('audit.seal', { every: '* * * * *', payload: z.looseObject({}) }, async ({ workshop }) => {
  await sealEntries(workshop);
});
