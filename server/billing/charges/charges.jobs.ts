import { z } from 'zod';
import { job } from '#server/platform/index.ts';
import { captureCharge } from './capture-charge.action.ts';

/** A signature makes the charge. Heard twice, it charges once. */
export const captureOnSignature = job('billing.capture-charge', { on: 'note.signed', payload: z.object({ noteId: z.uuid() }) }, (tx, { noteId }) =>
  captureCharge.within(tx, { noteId }),
);
