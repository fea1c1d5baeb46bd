import { action } from '#server/platform/index.ts';
import type { ChargeState } from './charge.ts';
import { chargesIn } from './charges.store.ts';

/** Charges in one state for the biller: what is held and why, what is ready. */
export const listCharges = action(
  'charge.list',
  async (tx, { state, limit }: { state: ChargeState; limit: number }) => {
    const items = await chargesIn(tx, state, limit);
    tx.touch({ kind: 'charge', patientId: items.map(({ patientId }) => patientId) });
    return { items };
  },
  { purpose: 'HPAYMT' },
);
