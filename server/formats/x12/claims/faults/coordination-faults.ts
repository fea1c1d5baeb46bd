import { addCents, formatCents, type Cents } from '#server/platform/index.ts';
import type { Adjustment } from '../../adjustments/adjustment.ts';
import { filingIndicators, type OtherPayer, type Plan } from '../coverage.ts';
import type { ProfessionalClaim } from '../professional-claim.ts';
import { addressFaults, nameFaults, wordFaults } from './party-faults.ts';
import { repeated, unless, type ClaimFault } from './fault.ts';

const mostOtherPayers = 10;
/** Five CAS segments of six triplets at one level, and one segment never mixes groups. */
const mostCasSegments = 5;
const triplets = 6;

const total = (adjustments: readonly Adjustment[]): Cents => addCents(...adjustments.map(({ amount }) => amount));

function casFaults(adjustments: readonly Adjustment[], at: string): ClaimFault[] {
  const groups = Map.groupBy(adjustments, ({ group }) => group);
  const segments = [...groups.values()].reduce((sum, members) => sum + Math.ceil(members.length / triplets), 0);
  return [
    ...unless(segments <= mostCasSegments, 'too-many-adjustments', 'There are more adjustments than one level can carry.', at),
    ...unless(
      adjustments.every(({ reason }) => /^[A-Z0-9]{1,5}$/.test(reason)),
      'adjustment-reason',
      'An adjustment reason is a short code such as 45.',
      at,
    ),
  ];
}

/** Each line: charge = paid + adjustments, for each payer that judged it. */
function lineBalanceFaults(claim: ProfessionalClaim): ClaimFault[] {
  const known = new Set(claim.otherPayers.map(({ payer }) => payer.id));
  return claim.lines.flatMap((line, place) =>
    line.adjudications.flatMap((judged, index) => {
      const at = `lines.${place}.adjudications.${index}`;
      const explained = addCents(judged.paid, total(judged.adjustments));
      const says = () => `${judged.payerId} explains ${formatCents(explained)} of a charge of ${formatCents(line.charge)}.`;
      return [
        ...unless(known.has(judged.payerId), 'unknown-payer', `No other payer of the claim has the identifier ${judged.payerId}.`, `${at}.payerId`),
        ...unless(explained === line.charge, 'line-unbalanced', says, at),
        ...casFaults(judged.adjustments, `${at}.adjustments`),
      ];
    }),
  );
}

/** The whole claim of one payer: charge less all adjustments = paid; paid = lines' payments less claim-level adjustments. */
function claimBalanceFaults(claim: ProfessionalClaim, other: OtherPayer, at: string): ClaimFault[] {
  const judged = claim.lines.flatMap((line) => line.adjudications.filter(({ payerId }) => payerId === other.payer.id));
  const { paid: stated } = other;
  if (stated === undefined) return unless(judged.length === 0, 'payment-missing', 'The lines say what this payer paid, the claim does not.', `${at}.paid`);
  const atClaim = total(other.adjustments);
  const adjusted = addCents(atClaim, ...judged.map(({ adjustments }) => total(adjustments)));
  const paidOnLines = addCents(...judged.map(({ paid }) => paid));
  const dates = judged.length > 0 ? other.adjudicatedOn === undefined : other.adjudicatedOn !== undefined;
  return [
    ...unless(
      claim.charge - adjusted === stated,
      'claim-unbalanced',
      () => `Charge less adjustments of ${other.payer.name} is not what it paid, ${formatCents(stated)}.`,
      `${at}.paid`,
    ),
    ...unless(
      judged.length === 0 || paidOnLines - atClaim === stated,
      'paid-total',
      () => `The lines' payments of ${other.payer.name} do not add up to ${formatCents(stated)}.`,
      `${at}.paid`,
    ),
    ...unless(
      other.remainingPatientLiability === undefined || judged.length === 0,
      'remaining-liability',
      'What the patient still owes stands on the lines when the payer judged lines, not on the claim too.',
      `${at}.remainingPatientLiability`,
    ),
    ...unless(dates, 'adjudication-date', 'The date of adjudication stands on the lines or on the claim: one of them, not both.', `${at}.adjudicatedOn`),
  ];
}

const medicare = ['MA', 'MB'];

/** A kind of plan from the list; Medicare that is not first says why, and nobody else does (SBR09, SBR05). */
function planFaults(plan: Plan, at: string): ClaimFault[] {
  const { filingIndicator, medicareSecondaryReason } = plan;
  const isMedicare = medicare.includes(filingIndicator);
  const isLater = plan.sequence !== 'P';
  return [
    ...unless(
      filingIndicators.some((known) => known === filingIndicator),
      'filing-indicator',
      `"${filingIndicator}" is no kind of plan. Choose one in the settings of the payer.`,
      `${at}.filingIndicator`,
    ),
    ...unless(
      (isMedicare && isLater) === (medicareSecondaryReason !== undefined),
      'medicare-secondary-reason',
      isMedicare && isLater ? 'Medicare is not the first payer: the claim must say why.' : 'Only Medicare that is not the first payer says why it is not.',
      `${at}.medicareSecondaryReason`,
    ),
  ];
}

/** Coordination of benefits: order of payers, what the earlier ones paid and why, all sums (billing facts 2.4). */
export function coordinationFaults(claim: ProfessionalClaim): ClaimFault[] {
  const sequences = [claim.plan.sequence, ...claim.otherPayers.map(({ sequence }) => sequence)];
  // The destination may share an identifier with an earlier payer (two plans of one insurer); two earlier ones may not, since SVD01 names one.
  const ids = claim.otherPayers.map(({ payer }) => payer.id);
  return [
    ...planFaults(claim.plan, 'plan'),
    ...unless(claim.plan.sequence === 'P' || claim.otherPayers.length > 0, 'other-payer-missing', 'A claim to a later payer names the payer before it.', 'otherPayers'),
    ...unless(claim.otherPayers.length <= mostOtherPayers, 'other-payer-count', 'A claim holds ten other payers.', 'otherPayers'),
    ...unless(repeated(sequences).length === 0, 'payer-sequence', 'Two payers have the same rank.', 'otherPayers'),
    ...unless(repeated(ids).length === 0, 'payer-repeated', 'Two earlier payers of the claim have the same identifier.', 'otherPayers'),
    ...claim.otherPayers.flatMap((other, place) => {
      const at = `otherPayers.${place}`;
      return [
        ...planFaults(other, at),
        ...nameFaults(other.subscriber.name, `${at}.subscriber.name`),
        ...wordFaults(other.subscriber.memberId, 'The other payer has no member number.', `${at}.subscriber.memberId`),
        ...(other.subscriber.address ? addressFaults(other.subscriber.address, `${at}.subscriber.address`) : []),
        ...(other.payer.address ? addressFaults(other.payer.address, `${at}.payer.address`) : []),
        ...wordFaults(other.payer.name, 'The other payer has no name.', `${at}.payer.name`),
        ...casFaults(other.adjustments, `${at}.adjustments`),
        ...claimBalanceFaults(claim, other, at),
      ];
    }),
    ...lineBalanceFaults(claim),
  ];
}
