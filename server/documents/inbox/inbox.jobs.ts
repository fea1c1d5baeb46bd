import { z } from 'zod';
import { longJob, Unavailable } from '#server/platform/index.ts';
import { filesIn, removeFile, wholeFile } from './folder.ts';
import { takeIn } from './take-in.action.ts';

/** Looks into the folder of incoming faxes each minute; one look at a time. A file leaves the folder when it is safe here. */
export const takeInFaxes = longJob('documents.take-in', { every: '* * * * *', payload: z.object({}), maxAttempts: 1, queue: 'documents.take-in' }, async (outside) => {
  const folder = outside.workshop.config.MOORING_FAX_INBOX;
  if (folder === undefined) return;
  const present = await filesIn(folder).catch((error: Error) => {
    throw new Unavailable('fax folder', `The folder of incoming faxes cannot be read (${error.message}). It is looked at again each minute.`);
  });
  for (const file of present) {
    const bytes = await wholeFile(folder, file, Date.now());
    if (!bytes) continue;
    await outside.transaction('inbound-document.take-in', (tx) => takeIn.within(tx, { file, bytes }));
    await removeFile(folder, file);
  }
});
