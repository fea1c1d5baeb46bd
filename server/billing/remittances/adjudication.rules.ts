import type { Adjustment, Remittance, RemittanceClaim } from '#server/formats/x12/index.ts';
import { addCents, cents, formatCents, type Cents, type Obstacle } from '#server/platform/index.ts';
import type { Judgement, JudgedAdjustment, StandingClaim, Treatment } from './adjudication.ts';
import type { AdjustmentReasons } from './adjustment-reasons.ts';

/** CLP02 values that decide nothing about money: 25 is a predetermination. */
const undecided = ['25'];
const reversal = '22';

/**
 * What an adjustment means for the ledger. A CO amount is written off only for reasons listed as contractual; CO with any other
 * reason (197 no authorization, 29 too late, 16 data) is a denial to be worked, never a write-off (billing facts 3.3).
 */
export function treatmentOf({ group, reason }: Pick<Adjustment, 'group' | 'reason'>, reasons: AdjustmentReasons): Treatment {
  const known = reasons.get(reason);
  if (group === 'PR') return known?.reviewFirst ? 'denied' : 'patient';
  return group === 'CO' && known?.contractual ? 'contractual' : 'denied';
}

const sumOf = (adjustments: readonly JudgedAdjustment[], treatment: Treatment): Cents =>
  addCents(...adjustments.filter((one) => one.treatment === treatment).map(({ amount }) => amount));

/** What a payer's decision on one claim comes to: charge = paid + contractual + patient + denied, whenever the claim balances. */
export function judgementOf(claim: StandingClaim, remitted: RemittanceClaim, reasons: AdjustmentReasons): Judgement {
  const all = [...remitted.adjustments, ...remitted.lines.flatMap(({ adjustments }) => adjustments)];
  const adjustments = all.map(({ group, reason, amount }) => ({ group, reason, amount, treatment: treatmentOf({ group, reason }, reasons) }));
  return {
    claim,
    remitted,
    kind: remitted.status === reversal ? 'reversal' : 'decision',
    paid: remitted.paid,
    contractual: sumOf(adjustments, 'contractual'),
    patient: sumOf(adjustments, 'patient'),
    denied: sumOf(adjustments, 'denied'),
    adjustments,
  };
}

/** The sums of all decisions on a claim up to some point. */
interface Sums {
  readonly paid: number;
  readonly patient: number;
  readonly contractual: number;
}

const nothing = ({ paid, patient, contractual }: Sums): boolean => paid === 0 && patient === 0 && contractual === 0;

function after(sums: Sums, { paid, patient, contractual }: Judgement): Sums {
  return { paid: sums.paid + paid, patient: sums.patient + patient, contractual: sums.contractual + contractual };
}

const standingSums = ({ paidCents, patientCents, adjustedCents }: Pick<StandingClaim, 'paidCents' | 'patientCents' | 'adjustedCents'>): Sums => ({
  paid: paidCents,
  patient: patientCents,
  contractual: adjustedCents,
});

/** A correction is posted only after the payer took back what it had decided on the claim corrected: else both would stand on the ledger. */
function originalsStanding({ claim }: Judgement, sums: ReadonlyMap<string, Sums>, at: string): Obstacle[] {
  return claim.corrects
    .filter((original) => !nothing(sums.get(original.id) ?? standingSums(original)))
    .map((original) => ({
      code: 'remittance.original-stands',
      says: `Claim ${claim.number} corrects claim ${original.number}, which the payer has not taken back yet. Wait for the reversal, then try this payment again.`,
      at,
    }));
}

function obstaclesTo(judgement: Judgement, before: Sums, sums: ReadonlyMap<string, Sums>): Obstacle[] {
  const { claim, kind, remitted } = judgement;
  const at = `claims.${claim.number}`;
  if (kind === 'reversal') {
    const cancels = nothing(after(before, judgement));
    return cancels
      ? []
      : [
          {
            code: 'remittance.reversal-differs',
            says: `The reversal of claim ${claim.number} does not take back exactly what was posted. Compare it with the earlier remittance.`,
            at,
          },
        ];
  }
  const obstacles: Obstacle[] = [];
  if (remitted.charge !== claim.amountCents) {
    obstacles.push({
      code: 'remittance.charge-differs',
      says: `Claim ${claim.number} was sent for ${formatCents(cents(claim.amountCents))}; the payer judged ${formatCents(remitted.charge)}.`,
      at,
    });
  }
  if (!nothing(before)) obstacles.push({ code: 'remittance.decided-already', says: `Claim ${claim.number} was decided before and not reversed since.`, at });
  if (claim.isSuperseded) obstacles.push({ code: 'remittance.superseded', says: `Claim ${claim.number} was corrected and sent again under another number.`, at });
  // A correction that was refused changes nothing: what was decided before it may stand.
  return [...obstacles, ...(nothing(judgement) ? [] : originalsStanding(judgement, sums, at))];
}

/** A reversal under the number of a void or a replacement speaks of the claim that it corrects, as long as nothing is posted of itself: payers use either number. */
function spokenOf(claim: StandingClaim, { status }: RemittanceClaim, before: Sums, claims: readonly StandingClaim[]): StandingClaim {
  if (status !== reversal || claim.correctsId === null || !nothing(before)) return claim;
  return claims.find(({ id }) => id === claim.correctsId) ?? claim;
}

/** What a whole remittance comes to, and everything that keeps it from being posted. */
export interface Adjudicated {
  readonly judgements: readonly Judgement[];
  readonly unmatched: readonly RemittanceClaim[];
  readonly obstacles: readonly Obstacle[];
}

/**
 * Judges every claim in the order of the file, since a correction follows its reversal. Claims are found by our number (CLP01), then by
 * the payer's (CLP07). What matches nothing is money to be assigned by a person and keeps nothing else waiting.
 */
export function adjudicated(remittance: Remittance, claims: readonly StandingClaim[], reasons: AdjustmentReasons): Adjudicated {
  const byNumber = new Map(claims.map((claim) => [claim.number, claim]));
  const byPayerNumber = new Map(claims.flatMap((claim) => (claim.payerClaimNumber ? [[claim.payerClaimNumber, claim] as const] : [])));
  const sums = new Map<string, Sums>();
  const found: Judgement[] = [];
  const unmatched: RemittanceClaim[] = [];
  const obstacles: Obstacle[] = [];
  for (const remitted of remittance.claims) {
    if (undecided.includes(remitted.status)) continue;
    const named = byNumber.get(remitted.claimNumber) ?? byPayerNumber.get(remitted.payerClaimNumber ?? '');
    if (!named) {
      unmatched.push(remitted);
      continue;
    }
    const sumsOf = (one: StandingClaim) => sums.get(one.id) ?? standingSums(one);
    const claim = spokenOf(named, remitted, sumsOf(named), claims);
    const before = sumsOf(claim);
    const judgement = judgementOf(claim, remitted, reasons);
    obstacles.push(...obstaclesTo(judgement, before, sums));
    sums.set(claim.id, after(before, judgement));
    found.push(judgement);
  }
  return { judgements: found, unmatched, obstacles };
}

/** What is heard of the claim: denied when nothing was paid and something is denied, or when the payer says so (CLP02 4). */
export function heardIn({ kind, remitted, paid, patient, denied }: Judgement): 'paid' | 'denied' | 'reversed' {
  if (kind === 'reversal') return 'reversed';
  const isDenied = remitted.status === '4' || (paid === 0 && patient === 0 && denied > 0);
  return isDenied ? 'denied' : 'paid';
}

/** Money of a payment that belongs to no claim of ours, as balanced pairs: PLB to payer clearing (a positive PLB reduces the payment), unmatched payments to unapplied cash. */
export function clearingOf(remittance: Remittance, unmatched: readonly RemittanceClaim[]): { account: 'payer-clearing' | 'unapplied-payer'; cash: Cents }[] {
  return [
    ...remittance.providerAdjustments.map(({ amount }) => ({ account: 'payer-clearing' as const, cash: cents(-amount) })),
    ...unmatched.map(({ paid }) => ({ account: 'unapplied-payer' as const, cash: paid })),
  ].filter(({ cash }) => cash !== 0);
}

/** The decision as the biller reads it in the story of the claim. */
export function storyOfJudgement({ kind, paid, contractual, patient, denied, adjustments }: Judgement, reasons: AdjustmentReasons): string {
  if (kind === 'reversal') return `The payer took its decision back: ${formatCents(cents(-paid))} recouped`;
  const refused = adjustments
    .filter(({ treatment }) => treatment === 'denied')
    .map(({ group, reason }) => `${group}-${reason} ${reasons.get(reason)?.says ?? 'reason not in our list'}`);
  const parts = [
    `Paid ${formatCents(paid)}`,
    ...(contractual === 0 ? [] : [`${formatCents(contractual)} written off by contract`]),
    ...(patient === 0 ? [] : [`patient owes ${formatCents(patient)}`]),
    ...(denied === 0 ? [] : [`${formatCents(denied)} denied (${refused.join('; ')})`]),
  ];
  return parts.join(', ');
}
