import { cents, type Tx } from '#server/platform/index.ts';
import { holdCharges, writeClaimDetails } from '../claims/claims.store.ts';
import { postCharge } from '../ledger/post-charge.action.ts';
import { recheckCharge } from '../charges/recheck-charge.action.ts';
import { chargesOnClaim, clearChangedSince, voidChargesFor } from './corrections.store.ts';
import type { VoidReason } from './correction.ts';

interface GivingUp {
  readonly chargeIds: readonly string[];
  readonly claimNumber: string;
  readonly payerName: string;
  readonly reason: VoidReason;
  readonly because: string;
}

/**
 * What becomes of the charges of a claim that is voided: they wait for another plan, or are worth nothing and their posting is taken back. Days that
 * are not billed by the rules themselves are judged by them, so that they are charged again when they are billed after all.
 */
export async function giveUpCharges(tx: Tx, { chargeIds, claimNumber, payerName, reason, because }: GivingUp): Promise<void> {
  const charges = await chargesOnClaim(tx, chargeIds);
  const all = charges.map(({ id }) => id);
  await writeClaimDetails(tx, all, {});
  const hold = { code: 'claim.voided', says: `Claim ${claimNumber} was voided at ${payerName}: ${because}` };
  if (reason === 'wrong-payer') {
    await clearChangedSince(tx, all);
    const says = `${hold.says} Note the coverage that pays, then check again.`;
    return holdCharges(
      tx,
      all.map((chargeId) => ({ chargeId, holds: [{ ...hold, says }] })),
    );
  }
  const gone = charges.filter(({ isDayGone }) => isDayGone).map(({ id }) => id);
  await holdCharges(
    tx,
    gone.map((chargeId) => ({ chargeId, holds: [hold] })),
  );
  for (const chargeId of gone) await recheckCharge.within(tx, { chargeId });
  const others = charges.filter(({ isDayGone }) => !isDayGone);
  const otherIds = others.map(({ id }) => id);
  await voidChargesFor(tx, otherIds, hold);
  await clearChangedSince(tx, otherIds);
  for (const { id: chargeId, patientId, programId, servedOn } of others)
    await postCharge.within(tx, { chargeId, patientId, programId, amount: cents(0), on: servedOn, owedBy: 'insurance' });
}
