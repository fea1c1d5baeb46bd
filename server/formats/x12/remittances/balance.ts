import { addCents, cents, formatCents, type Cents } from '#server/platform/index.ts';
import type { Adjustment } from '../adjustments/adjustment.ts';
import type { Remittance, RemittanceClaim } from './remittance.ts';

/** An equation of the guide that a remittance breaks. */
export interface Imbalance {
  /** line: charge - CAS = paid. claim: the same with the lines' CAS. lines-total: the lines' charges make the claim's. payment: claims - PLB = BPR02. */
  readonly equation: 'line' | 'claim' | 'lines-total' | 'payment';
  /** 'claims.3.lines.0'. */
  readonly at: string;
  readonly claimNumber?: string;
  /** What the parts make. */
  readonly computed: Cents;
  /** What the payer says. */
  readonly stated: Cents;
  readonly says: string;
}

const total = (amounts: readonly Cents[]): Cents => addCents(...amounts);
const adjusted = (adjustments: readonly Adjustment[]): Cents => total(adjustments.map(({ amount }) => amount));

type Found = Omit<Imbalance, 'says'>;

function unbalanced(found: Found, parts: string): Imbalance[] {
  if (found.computed === found.stated) return [];
  const of = found.claimNumber === undefined ? '' : ` of claim ${found.claimNumber}`;
  return [{ ...found, says: `${parts}${of} make ${formatCents(found.computed)}; the payer says ${formatCents(found.stated)}.` }];
}

/** Equation 1, each line: SVC02 - sum of its CAS = SVC03. */
function lineImbalances(claim: RemittanceClaim, at: string): Imbalance[] {
  return claim.lines.flatMap((line, place) => {
    const computed = cents(line.charge - adjusted(line.adjustments));
    return unbalanced(
      { equation: 'line', at: `${at}.lines.${place}`, claimNumber: claim.claimNumber, computed, stated: line.paid },
      `Charge less adjustments on line ${place + 1}`,
    );
  });
}

/** Equation 2: CLP03 - sum of all CAS of claim and lines = CLP04; with lines, sum SVC02 = CLP03. */
function claimImbalances(claim: RemittanceClaim, at: string): Imbalance[] {
  const { claimNumber, lines } = claim;
  const computed = cents(claim.charge - adjusted(claim.adjustments) - total(lines.map(({ adjustments }) => adjusted(adjustments))));
  const charges = total(lines.map(({ charge }) => charge));
  return [
    ...unbalanced({ equation: 'claim', at, claimNumber, computed, stated: claim.paid }, 'Charge less adjustments'),
    ...(lines.length > 0 ? unbalanced({ equation: 'lines-total', at, claimNumber, computed: charges, stated: claim.charge }, 'The charges of the lines') : []),
  ];
}

/** Equation 3: BPR02 = sum of CLP04 - sum of PLB. A payment taken from us (BPR03 D) counts as negative. */
function paymentImbalances(remittance: Remittance): Imbalance[] {
  const { payment, claims, providerAdjustments } = remittance;
  const computed = cents(total(claims.map(({ paid }) => paid)) - total(providerAdjustments.map(({ amount }) => amount)));
  const stated = payment.direction === 'D' ? cents(0 - payment.amount) : payment.amount;
  return unbalanced({ equation: 'payment', at: 'payment', computed, stated }, 'Claims less provider adjustments');
}

/** All that does not balance; empty when the remittance may be posted. There is no tolerance: what differs by a cent is for a person. */
export function imbalances(remittance: Remittance): Imbalance[] {
  return [
    ...paymentImbalances(remittance),
    ...remittance.claims.flatMap((claim, place) => [...claimImbalances(claim, `claims.${place}`), ...lineImbalances(claim, `claims.${place}`)]),
  ];
}

/** What the PR adjustments of claim and lines say the patient owes; CLP05 should agree, but a difference stops nothing. */
export function patientResponsibility(claim: RemittanceClaim): Cents {
  const all = [...claim.adjustments, ...claim.lines.flatMap(({ adjustments }) => adjustments)];
  return adjusted(all.filter(({ group }) => group === 'PR'));
}
