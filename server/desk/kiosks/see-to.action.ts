import { action, NotFound } from '#server/platform/index.ts';
import { lastCheckIn, settleCheckIn } from './kiosks.store.ts';

/** What was said at check-in of a visit; nothing when the desk checked in. */
export const readCheckIn = action('check-in.read', async (tx, { appointmentId }: { appointmentId: string }) => {
  const checkIn = (await lastCheckIn(tx, appointmentId)) ?? null;
  tx.touch({ kind: 'check-in', id: checkIn?.id });
  return { checkIn };
});

/** What was said is seen to: contact or coverage was looked at. */
export const settleSaid = action('check-in.settle', async (tx, { checkInId }: { checkInId: string }): Promise<void> => {
  const settled = await settleCheckIn(tx, checkInId);
  if (!settled) throw new NotFound('Check-in');
  tx.touch({ kind: 'check-in', id: checkInId, ...settled, fields: ['settledAt'] });
});
