import type { SubmittedClaim, SubmittedLine } from '../submitted-claim.ts';
import type { AdjudicatedClaim, AdjudicatedLine, Adjustment } from './adjudicated.ts';
import { shareOf, type Contract } from './contract.ts';

/** How a claim is to be decided. Everything that is not said follows the contract. */
export interface Decision {
  readonly denies?: string;
  readonly group?: string;
  readonly remarks?: readonly string[];
  readonly pays?: 'deductible' | 'coinsurance' | 'partial' | 'under';
  /** Percent of the contract rate, for `under`. */
  readonly percent?: number;
}

/** What is still open of the patient's share this year, in cents. Used up as lines are decided. */
export interface PatientShare {
  deductibleCents: number;
  copayCents: number;
}

function adjusted(adjustments: readonly Adjustment[]): readonly Adjustment[] {
  return adjustments.filter(({ cents }) => cents !== 0);
}

function denied(line: SubmittedLine, reason: string, { group = 'CO', remarks = [] }: Decision): AdjudicatedLine {
  return { line, allowedCents: 0, paidCents: 0, adjustments: adjusted([{ group, reason, cents: line.chargedCents }]), remarks };
}

function takeFrom(share: PatientShare, of: keyof PatientShare, most: number): number {
  const taken = Math.min(share[of], most);
  share[of] -= taken;
  return taken;
}

function byContract(line: SubmittedLine, contract: Contract, share: PatientShare, percent: number): AdjudicatedLine {
  const allowed = shareOf(shareOf(line.chargedCents, contract.share), percent);
  const deductible = takeFrom(share, 'deductibleCents', allowed);
  const copay = takeFrom(share, 'copayCents', allowed - deductible);
  const coinsurance = shareOf(allowed - deductible - copay, contract.coinsurance);
  const adjustments = adjusted([
    { group: 'CO', reason: '45', cents: line.chargedCents - allowed },
    { group: 'PR', reason: '1', cents: deductible },
    { group: 'PR', reason: '2', cents: coinsurance },
    { group: 'PR', reason: '3', cents: copay },
  ]);
  return { line, allowedCents: allowed, paidCents: allowed - deductible - copay - coinsurance, adjustments, remarks: [] };
}

const contractFor: Readonly<Record<NonNullable<Decision['pays']>, (contract: Contract) => Contract>> = {
  deductible: (contract) => contract,
  coinsurance: (contract) => ({ ...contract, coinsurance: 20 }),
  partial: (contract) => contract,
  under: (contract) => contract,
};

function shareFor(decision: Decision, share: PatientShare): PatientShare {
  if (decision.pays === 'deductible') return { deductibleCents: Number.MAX_SAFE_INTEGER, copayCents: 0 };
  return decision.pays === 'coinsurance' ? { deductibleCents: 0, copayCents: 0 } : share;
}

/** A payer after another one pays what the first left to the patient, up to its own rate; OA-23 stands for the first. */
function afterOthers(claim: SubmittedClaim, contract: Contract): readonly AdjudicatedLine[] {
  const left = claim.earlier.reduce((least, { patientCents }) => Math.min(least, patientCents), claim.chargedCents);
  const paidBefore = claim.earlier.reduce((total, { paidCents }) => total + paidCents, 0);
  let open = left;
  let room = Math.max(0, shareOf(claim.chargedCents, contract.share) - paidBefore);
  return claim.lines.map((line, index) => {
    const isLast = index === claim.lines.length - 1;
    const owed = isLast
      ? Math.min(open, line.chargedCents)
      : Math.min(open, line.chargedCents, shareOf(left, Math.floor((line.chargedCents * 100) / Math.max(1, claim.chargedCents))));
    const paid = Math.min(owed, room);
    open -= owed;
    room -= paid;
    const adjustments = adjusted([
      { group: 'OA', reason: '23', cents: line.chargedCents - owed },
      { group: 'CO', reason: '45', cents: owed - paid },
    ]);
    return { line, allowedCents: owed, paidCents: paid, adjustments, remarks: [] };
  });
}

function statusOf(claim: SubmittedClaim, isDenied: boolean): string {
  if (isDenied) return '4';
  return { S: '2', T: '3' }[claim.order] ?? '1';
}

function linesOf(claim: SubmittedClaim, contract: Contract, decision: Decision, share: PatientShare): readonly AdjudicatedLine[] {
  const { denies, pays } = decision;
  if (denies !== undefined) return claim.lines.map((line) => denied(line, denies, decision));
  if (claim.earlier.length > 0 && pays === undefined) return afterOthers(claim, contract);
  const terms = pays === undefined ? contract : contractFor[pays](contract);
  const open = shareFor(decision, share);
  return claim.lines.map((line, index) =>
    pays === 'partial' && index > 0 ? denied(line, '97', {}) : byContract(line, terms, open, pays === 'under' ? (decision.percent ?? 50) : 100),
  );
}

/** Decides a claim: what is paid, what is adjusted and why. Every line balances: charged = paid + adjustments. */
export function adjudicate(claim: SubmittedClaim, payerNumber: string, contract: Contract, decision: Decision, share: PatientShare): AdjudicatedClaim {
  return { claim, status: statusOf(claim, decision.denies !== undefined), payerNumber, lines: linesOf(claim, contract, decision, share) };
}

function daysBetween(from: string, to: string): number {
  const plain = (text: string) => Temporal.PlainDate.from(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`);
  return plain(from).until(plain(to), { largestUnit: 'days' }).days;
}

/** What the contract itself refuses: late filing, missing authorization. `today` is CCYYMMDD of the file. */
export function contractDecision(claim: SubmittedClaim, contract: Contract, today: string): Decision {
  const oldest = claim.lines.map(({ from }) => from).toSorted()[0];
  // A secondary claim counts from the first payer's answer, which is not known here.
  if (claim.earlier.length === 0 && oldest !== undefined && daysBetween(oldest, today) > contract.filingDays) return { denies: '29' };
  const lacks = claim.lines.some(
    ({ procedure, authorization }) => contract.authorizationFor.includes(procedure[1] ?? '') && claim.authorization === '' && authorization === '',
  );
  return lacks ? { denies: '197' } : {};
}
