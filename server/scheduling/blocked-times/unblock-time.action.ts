import { action, NotFound } from '#server/platform/index.ts';
import { deleteBlockedTime } from './blocked-times.store.ts';

/** Gives blocked time back. */
export const unblockTime = action('blocked-time.remove', async (tx, { blockedTimeId }: { blockedTimeId: string }): Promise<void> => {
  if (!(await deleteBlockedTime(tx, blockedTimeId))) throw new NotFound('Blocked time');
  tx.touch({ kind: 'blocked-time', id: blockedTimeId });
});
