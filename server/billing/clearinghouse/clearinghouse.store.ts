import { within, type Tx } from '#server/platform/index.ts';
import type { BillingReads } from '../billing-tables.ts';

/** How the clearinghouse is reached, and how the last try went. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly sealedPassword: Buffer;
  readonly hostKeySha256: string;
  readonly senderId: string;
  readonly receiverId: string;
  readonly receiverName: string;
  readonly inboundFolder: string;
  readonly outboundFolder: string;
  readonly usage: 'T' | 'P';
  readonly checkedAt: Temporal.Instant | null;
  readonly trouble: string | null;
}

const columns = [
  'host',
  'port',
  'username',
  'sealedPassword',
  'hostKeySha256',
  'senderId',
  'receiverId',
  'receiverName',
  'inboundFolder',
  'outboundFolder',
  'usage',
  'checkedAt',
  'trouble',
] as const;

/** The one connection; undefined before it is set up. */
export function connection(tx: Tx): Promise<Connection | undefined> {
  return within<BillingReads>(tx).selectFrom('billing.clearinghouseConnection').select(columns).executeTakeFirst();
}

/** Writes the connection in place of the one there was. */
export async function replaceConnection(tx: Tx, row: Omit<Connection, 'checkedAt' | 'trouble'>): Promise<void> {
  const all = { ...row, checkedAt: null, trouble: null };
  await within<BillingReads>(tx)
    .insertInto('billing.clearinghouseConnection')
    .values(all)
    .onConflict((conflict) => conflict.column('isOnly').doUpdateSet(all))
    .execute();
}

/** Notes how a try to reach the clearinghouse went; `trouble` is null when it went well. */
export async function noteContact(tx: Tx, trouble: string | null): Promise<void> {
  await within<BillingReads>(tx)
    .updateTable('billing.clearinghouseConnection')
    .set(trouble === null ? { trouble, checkedAt: tx.now } : { trouble })
    .execute();
}

/** A file of claims as the sender needs it. */
export interface BatchRow {
  readonly id: string;
  readonly controlNumber: number;
  readonly fileName: string;
  readonly fileId: string;
  readonly state: 'queued' | 'sent' | 'acknowledged' | 'rejected';
}

const ofBatch = ['id', 'controlNumber', 'fileName', 'fileId', 'state'] as const;

/** The batch while it waits to be sent, locked; undefined when it was sent or another process has it in hand. */
export function lockQueued(tx: Tx, batchId: string): Promise<BatchRow | undefined> {
  return within<BillingReads>(tx)
    .selectFrom('billing.batch')
    .select(ofBatch)
    .where('id', '=', batchId)
    .where('state', '=', 'queued')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

/** The batch that went out under an interchange control number, locked. */
export function lockByControlNumber(tx: Tx, controlNumber: number): Promise<BatchRow | undefined> {
  return within<BillingReads>(tx).selectFrom('billing.batch').select(ofBatch).where('controlNumber', '=', controlNumber).forUpdate().executeTakeFirst();
}

/** Batches that still have to be sent, the oldest first. */
export function queuedBatches(tx: Tx): Promise<{ id: string }[]> {
  return within<BillingReads>(tx).selectFrom('billing.batch').select('id').where('state', '=', 'queued').orderBy('createdAt').execute();
}

/** Changes what is known of a batch. */
export async function markBatch(tx: Tx, id: string, change: { state: 'sent' | 'acknowledged' | 'rejected'; sentAt?: Temporal.Instant; trouble?: null }): Promise<void> {
  await within<BillingReads>(tx).updateTable('billing.batch').set(change).where('id', '=', id).execute();
}

/** One more try to send a batch failed, and why. */
export async function noteFailedSending(tx: Tx, id: string, trouble: string): Promise<void> {
  await within<BillingReads>(tx)
    .updateTable('billing.batch')
    .set((set) => ({ trouble, attempts: set('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .execute();
}

/** Batches for the biller's eye: those on their way first, then the newest. */
export function recentBatches(tx: Tx, limit: number) {
  return within<BillingReads>(tx)
    .selectFrom('billing.batch')
    .select(['id', 'fileName', 'state', 'claimCount', 'totalCents', 'createdAt', 'sentAt', 'attempts', 'trouble'])
    .orderBy((order) => order.case().when('state', '=', 'queued').then(0).else(1).end())
    .orderBy('createdAt', 'desc')
    .limit(limit)
    .execute();
}
