import { action, NotFound } from '#server/platform/index.ts';
import { adjustmentWords } from '../remittances/adjustment-reasons.ts';
import { judgementsOf } from '../remittances/remittances.store.ts';
import type { ClaimState } from './claim.ts';
import { claimsToCorrect } from '../corrections/corrections.store.ts';
import { shownCorrection } from '../corrections/proposal.rules.ts';
import { wayBack, wayToVoid } from '../corrections/resubmission.rules.ts';
import { chargeCounts, claimById, claimCounts, claimsIn, storyOf } from './claims-list.store.ts';

const everyState: readonly ClaimState[] = [
  'built',
  'batched',
  'sent',
  'acknowledged',
  'accepted',
  'rejected',
  'paid',
  'denied',
  'reversed',
  'replaced',
  'voided',
  'done',
];

/** Claims in a state, or all of them, those that moved last first. */
export const listClaims = action(
  'claim.list',
  async (tx, { state, limit }: { state?: ClaimState | undefined; limit: number }) => {
    const items = await claimsIn(tx, state ? [state] : everyState, limit);
    tx.touch({ kind: 'claim', patientId: items.map(({ patientId }) => patientId) });
    return { items };
  },
  { purpose: 'HPAYMT' },
);

/** One claim: what it says and how payers judged it. */
export const readClaim = action(
  'claim.read',
  async (tx, { claimId }: { claimId: string }) => {
    const claim = await claimById(tx, claimId);
    if (!claim) throw new NotFound('Claim');
    tx.touch({ kind: 'claim', id: claimId, patientId: claim.patientId, programId: claim.programId });
    const { facts, corrects, correctsNumber, correctedWith, ...listed } = claim;
    const judgements = await judgementsOf(tx, claimId);
    const [changed] = await claimsToCorrect(tx, claimId);
    return {
      ...listed,
      diagnoses: [...facts.diagnoses],
      placeOfService: facts.placeOfService,
      memberId: facts.coverage.memberId,
      corrects: corrects !== null && correctsNumber !== null ? { id: corrects, number: correctsNumber } : null,
      correctedWith,
      because: facts.because ?? null,
      priorAuthorization: facts.priorAuthorization ?? null,
      referralNumber: facts.referralNumber ?? null,
      resubmission: wayBack(claim),
      voiding: wayToVoid(claim),
      changed: changed ? shownCorrection(changed) : null,
      lines: facts.lines.map(({ number, code, modifiers, units, amountCents, servedOn = null, servedThrough = null }) => ({
        number,
        code,
        modifiers: [...modifiers],
        units,
        amountCents,
        servedOn,
        servedThrough,
      })),
      judgements: judgements.map((judgement) => ({
        ...judgement,
        adjustments: judgement.adjustments.map((adjustment) => ({ ...adjustment, ...adjustmentWords(adjustment.reason) })),
      })),
    };
  },
  { purpose: 'HPAYMT' },
);

/** Everything that happened to a claim, from the signature to the last posting. */
export const readTimeline = action(
  'claim.read-timeline',
  async (tx, { claimId }: { claimId: string }) => {
    const claim = await claimById(tx, claimId);
    if (!claim) throw new NotFound('Claim');
    tx.touch({ kind: 'claim', id: claimId, patientId: claim.patientId, programId: claim.programId });
    return { items: await storyOf(tx, claimId) };
  },
  { purpose: 'HPAYMT' },
);

/** What waits for the biller, in numbers. */
export const readBillingSummary = action('billing.summary', async (tx) => ({ claims: await claimCounts(tx), charges: await chargeCounts(tx) }), {
  purpose: 'HPAYMT',
  audit: 'touched',
});
