import { cents, type Cents } from '#server/platform/index.ts';
import type { Account, Lines } from './journal.ts';

const negative = (amount: Cents): Cents => cents(-amount);

function withoutZeros(lines: Lines): Lines {
  return Object.fromEntries(Object.entries(lines).filter(([, amount]) => amount !== 0));
}

/** A service given: somebody owes, revenue is earned. */
export function chargeLines(amount: Cents, owedBy: 'insurance' | 'patient'): Lines {
  return withoutZeros({ [owedBy === 'insurance' ? 'receivable-insurance' : 'receivable-patient']: amount, revenue: negative(amount) });
}

/** What has to be posted so that a charge stands at `target`, when its postings so far sum to `posted`; nothing when it stands there. */
export function correctionLines(posted: Lines, target: Lines): Lines {
  const accounts = [...new Set([...Object.keys(posted), ...Object.keys(target)])] as Account[];
  return withoutZeros(Object.fromEntries(accounts.map((account) => [account, cents((target[account] ?? 0) - (posted[account] ?? 0))])));
}

/**
 * What a payer decided: money came, some is written off by contract, some the patient owes. What was denied stays owed by insurance,
 * to be worked. A reversal (CLP02 22) comes with all signs turned and posts by the same rule.
 */
export function remittanceLines({ paid, contractual, patient }: { paid: Cents; contractual: Cents; patient: Cents }): Lines {
  return withoutZeros({ 'cash-insurance': paid, contractual, 'receivable-patient': patient, 'receivable-insurance': cents(-(paid + contractual + patient)) });
}

/** The patient paid. */
export function patientPaymentLines(amount: Cents): Lines {
  return withoutZeros({ 'cash-patient': amount, 'receivable-patient': negative(amount) });
}

/** Exactly the opposite of a posting. */
export function reversedLines(lines: Lines): Lines {
  return Object.fromEntries(Object.entries(lines).map(([account, amount]) => [account, negative(amount)]));
}

/** What the lines sum to: zero, or the posting is refused. */
export function imbalanceOf(lines: Lines): number {
  return Object.values(lines).reduce<number>((sum, amount) => sum + amount, 0);
}

/** Balances by account after these postings. */
export function balancesAfter(postings: readonly Lines[]): Readonly<Record<Account, number>> {
  const none: Record<Account, number> = { 'receivable-insurance': 0, 'receivable-patient': 0, revenue: 0, contractual: 0, 'cash-insurance': 0, 'cash-patient': 0 };
  for (const lines of postings) for (const [account, amount] of Object.entries(lines)) none[account as Account] += amount;
  return none;
}
