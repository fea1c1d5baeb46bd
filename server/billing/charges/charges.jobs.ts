import { z } from 'zod';
import { job } from '#server/platform/index.ts';
import { captureCharge } from './capture-charge.action.ts';
import { heldChargeOf } from './charges.store.ts';
import { recheckCharge } from './recheck-charge.action.ts';

/** A signature makes the charge. Heard twice, it charges once. */
export const captureOnSignature = job('billing.capture-charge', { on: 'note.signed', payload: z.object({ noteId: z.uuid() }) }, (tx, { noteId }) =>
  captureCharge.within(tx, { noteId }),
);

/** With the co-signature, what waited for it may go on. */
export const recheckOnCosignature = job('billing.recheck-charge', { on: 'note.cosigned', payload: z.object({ noteId: z.uuid() }) }, async (tx, { noteId }) => {
  const chargeId = await heldChargeOf(tx, noteId);
  if (chargeId) await recheckCharge.within(tx, { chargeId });
});
