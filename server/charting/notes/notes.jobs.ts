import { z } from 'zod';
import { job } from '#server/platform/index.ts';
import { keepRendition } from './keep-rendition.action.ts';

/** After a signature the page is printed and kept; the signer does not wait for it. */
export const keepPage = job('charting.keep-page', { payload: z.object({ noteId: z.uuid() }) }, (tx, { noteId }) => keepRendition.within(tx, { noteId }));
