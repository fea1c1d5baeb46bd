import { within, type Tx } from '#server/platform/index.ts';
import type { BillingReads } from '../billing-tables.ts';

/** A file of claims about to be handed to the sender. */
export interface NewBatch {
  readonly id: string;
  readonly controlNumber: number;
  readonly reference: string;
  readonly fileName: string;
  readonly fileId: string;
  readonly claimCount: number;
  readonly totalCents: number;
}

/** Stores a batch as queued. */
export async function insertBatch(tx: Tx, batch: NewBatch): Promise<void> {
  await within<BillingReads>(tx)
    .insertInto('billing.batch')
    .values({ ...batch, state: 'queued', createdAt: tx.now, createdBy: tx.actor.id, sentAt: null, trouble: null })
    .execute();
}
