import { within, type Tx } from '#server/platform/index.ts';
import type { SchedulingTables } from '../scheduling-tables.ts';

/** Time that nobody may book. */
export interface BlockedTime {
  readonly id: string;
  readonly siteId: string;
  readonly clinicianId: string | null;
  readonly roomId: string | null;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly reason: string;
  readonly version: number;
}

const columns = ['id', 'siteId', 'clinicianId', 'roomId', 'startsAt', 'endsAt', 'reason', 'version'] as const;

/** The block with that id. */
export function blockedTime(tx: Tx, blockedTimeId: string): Promise<BlockedTime | undefined> {
  return within<SchedulingTables>(tx).selectFrom('scheduling.blockedTime').select(columns).where('id', '=', blockedTimeId).executeTakeFirst();
}

/** Writes a block. Throws on overlap: the database's own refusal. */
export async function insertBlockedTime(tx: Tx, block: BlockedTime): Promise<void> {
  await within<SchedulingTables>(tx)
    .insertInto('scheduling.blockedTime')
    .values({ ...block, madeBy: tx.actor.id })
    .execute();
}

/** Gives the time back. Answers whether there was such a block. */
export async function deleteBlockedTime(tx: Tx, blockedTimeId: string): Promise<boolean> {
  const { numDeletedRows } = await within<SchedulingTables>(tx).deleteFrom('scheduling.blockedTime').where('id', '=', blockedTimeId).executeTakeFirst();
  return numDeletedRows === 1n;
}
