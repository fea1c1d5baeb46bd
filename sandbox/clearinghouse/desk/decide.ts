import { adjudicate, contractDecision, type Decision, type PatientShare } from '../adjudication/adjudicate.ts';
import { reversalOf, type AdjudicatedClaim } from '../adjudication/adjudicated.ts';
import { contractOf, type Contract } from '../adjudication/contract.ts';
import { triggerOf } from '../adjudication/triggers.ts';
import type { SubmittedClaim } from '../submitted-claim.ts';
import type { Ledger } from './ledger.ts';
import { isMeant } from './orders.ts';

function orderedDecision(ledger: Ledger, claim: SubmittedClaim): Decision | undefined {
  const denial = ledger.take('deny', ({ match }) => isMeant(claim, match));
  if (denial !== undefined) return { denies: denial.reason, group: denial.group, remarks: denial.remarks };
  const part = ledger.take('pay', ({ match }) => isMeant(claim, match));
  return part === undefined ? undefined : { pays: part.how, percent: part.percent };
}

// A deductible runs a calendar year for a member; a copay is due once a claim.
function shareOfPatient(ledger: Ledger, claim: SubmittedClaim, contract: Contract): PatientShare & { readonly key: string } {
  const key = `${claim.payer.id}|${claim.subscriber.id}|${claim.lines[0]?.from.slice(0, 4) ?? ''}`;
  const used = ledger.memory.deductibleUsed[key] ?? 0;
  return { key, deductibleCents: Math.max(0, contract.deductibleCents - used), copayCents: contract.copayCents };
}

/** What makes two claims the same to a payer: the member, who is treated, who renders, and every line with its days. */
function sameness({ payer, billing, subscriber, patient, order, rendering, lines }: SubmittedClaim): string {
  const services = lines.map(({ procedure, from, to, units }) => [...procedure, from, to, units].join('|'));
  return [payer.id, billing.id, subscriber.id, patient.given, patient.family, order, rendering?.id ?? '', ...services].join(' ');
}

/** An original that says the same as one that still stands is a duplicate: reason 18, which goes with group OA alone. */
function duplicate({ memory }: Ledger, claim: SubmittedClaim): Decision | undefined {
  return claim.frequency === '1' && memory.standing[sameness(claim)] !== undefined ? { denies: '18', group: 'OA' } : undefined;
}

function keep({ memory }: Ledger, decided: AdjudicatedClaim): void {
  memory.decided[decided.payerNumber] = decided;
  memory.standing[sameness(decided.claim)] ??= decided.payerNumber;
}

function decideNew(ledger: Ledger, claim: SubmittedClaim, payerNumber: string, today: string): AdjudicatedClaim {
  const contract = contractOf(claim.payer.id);
  const { key, ...share } = shareOfPatient(ledger, claim, contract);
  const before = share.deductibleCents;
  const decision = orderedDecision(ledger, claim) ?? duplicate(ledger, claim) ?? triggerOf(claim) ?? contractDecision(claim, contract, today);
  const decided = adjudicate(claim, payerNumber, contract, decision, share);
  ledger.memory.deductibleUsed[key] = (ledger.memory.deductibleUsed[key] ?? 0) + before - share.deductibleCents;
  return decided;
}

/** Takes back a decided claim; undefined when there is none under that number, or it is back already. */
export function takeBack(ledger: Ledger, payerNumber: string): AdjudicatedClaim | undefined {
  const { memory } = ledger;
  const original = memory.decided[payerNumber];
  if (original === undefined) return undefined;
  delete memory.decided[payerNumber];
  const key = sameness(original.claim);
  if (memory.standing[key] === payerNumber) delete memory.standing[key];
  return reversalOf(original);
}

/** Decides an accepted claim. A replacement (7) takes the earlier decision back first, a void (8) only takes it back. */
export function decide(ledger: Ledger, claim: SubmittedClaim, payerNumber: string, today: string): readonly AdjudicatedClaim[] {
  const reversal = claim.originalNumber === '' ? undefined : takeBack(ledger, claim.originalNumber);
  if (claim.originalNumber !== '' && reversal === undefined) {
    return [adjudicate(claim, payerNumber, contractOf(claim.payer.id), { denies: '16', remarks: ['M47'] }, { deductibleCents: 0, copayCents: 0 })];
  }
  if (claim.frequency === '8') return reversal === undefined ? [] : [reversal];
  const decided = decideNew(ledger, claim, payerNumber, today);
  keep(ledger, decided);
  return [...(reversal === undefined ? [] : [reversal]), decided];
}

/** The correction after a reversal: the same claim at a share of the contract rate. */
export function corrected(ledger: Ledger, reversal: AdjudicatedClaim, percent: number): AdjudicatedClaim {
  const { claim } = reversalOf(reversal);
  const decided = adjudicate(claim, reversal.payerNumber, contractOf(claim.payer.id), { pays: 'under', percent }, { deductibleCents: 0, copayCents: 0 });
  keep(ledger, decided);
  return decided;
}
