import { action } from '#server/platform/index.ts';
import { chargesOf, updateClaims } from '../claims/claims.store.ts';
import type { VoidReason } from './correction.ts';
import { giveUpCharges } from './give-up-charges.action.ts';
import { lockedClaim, passable } from './locked-claim.action.ts';
import { wayToVoid } from './resubmission.rules.ts';
import { sendVoid } from './send-void.action.ts';

interface ToVoid {
  readonly claimId: string;
  readonly reason: VoidReason;
  readonly because: string;
}

/**
 * Takes a claim back whole: a void goes to the payer, and the charges wait for another plan or are worth nothing. What the payer paid stays posted until
 * its reversal comes. Throws `Refused` for a claim that no payer has taken.
 */
export const voidClaim = action(
  'claim.void',
  async (tx, { claimId, reason, because }: ToVoid) => {
    const claim = await lockedClaim(tx, claimId);
    passable(wayToVoid(claim), 'claim.not-voidable', 'Only a claim that a payer has taken can be voided. What was not taken is corrected or left.');
    tx.touch({ kind: 'claim', id: claimId, patientId: claim.patientId, programId: claim.programId, fields: ['state'] });
    await updateClaims(tx, [{ id: claimId, state: 'voided' }]);
    await giveUpCharges(tx, { chargeIds: chargesOf(claim), claimNumber: claim.number, payerName: claim.payerName, reason, because });
    return sendVoid(tx, claim, because);
  },
  { purpose: 'HPAYMT' },
);
