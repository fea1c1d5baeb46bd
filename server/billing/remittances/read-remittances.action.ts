import { action, NotFound } from '#server/platform/index.ts';
import { adjustmentWords } from './adjustment-reasons.ts';
import { judgedClaims, providerAdjustmentsOf, remittanceById, remittancesIn, unmatchedOf } from './remittances.store.ts';

/** Payments of payers, the newest first: what was posted, what waits and why. */
export const listRemittances = action(
  'remittance.list',
  async (tx, { state, limit }: { state?: 'posted' | 'quarantined' | undefined; limit: number }) => ({ items: await remittancesIn(tx, state, limit) }),
  { purpose: 'HPAYMT' },
);

/** One payment with how each claim was judged. */
export const readRemittance = action(
  'remittance.read',
  async (tx, { remittanceId }: { remittanceId: string }) => {
    const remittance = await remittanceById(tx, remittanceId);
    if (!remittance) throw new NotFound('Remittance');
    const claims = await judgedClaims(tx, remittanceId);
    tx.touch({ kind: 'remittance', id: remittanceId, patientId: claims.map(({ patientId }) => patientId) });
    return {
      ...remittance,
      claims: claims.map((claim) => ({ ...claim, adjustments: claim.adjustments.map((adjustment) => ({ ...adjustment, ...adjustmentWords(adjustment.reason) })) })),
      unmatched: await unmatchedOf(tx, remittanceId),
      providerAdjustments: await providerAdjustmentsOf(tx, remittanceId),
    };
  },
  { purpose: 'HPAYMT' },
);
