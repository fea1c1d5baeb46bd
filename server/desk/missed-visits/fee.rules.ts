import type { FeePolicy, FeeTerms } from '../fee-policies/fee-policy.ts';
import type { Because, MissedKind, MissedPolicy, NeverCharged } from './missed-visit.ts';

const isInForce = ({ validFrom, validTo }: { validFrom: string; validTo: string | null }, day: string) => validFrom <= day && (validTo === null || day < validTo);

/** What the product proposes for a kind of program on a day; undefined when there is nothing, and then nothing is owed. */
export function policyOn(policies: readonly MissedPolicy[], programKind: string, day: string): MissedPolicy | undefined {
  return policies.find((policy) => policy.kinds.includes(programKind) && isInForce(policy, day));
}

/** Whether an appointment called off now counts as called off too late: for a reason of the patient, and later than the policy allows. */
export function isLateCancel(
  { startsAt, now, reason }: { startsAt: Temporal.Instant; now: Temporal.Instant; reason: string },
  policy: Pick<FeeTerms, 'lateHours'>,
  reasons: Readonly<Record<string, string>>,
): boolean {
  return reason in reasons && now.until(startsAt).total('hours') < policy.lateHours;
}

/** What is known when a fee is judged. `filingIndicators` are those of all coverage in force on the day; null when the reader may not see who pays. */
export interface FeeFacts {
  readonly kind: MissedKind;
  readonly day: string;
  /** Why it was called off; nothing for who did not come. */
  readonly reason: string | undefined;
  readonly filingIndicators: readonly string[] | null;
  /** Missed or late within the days in which some are free, this one left out. */
  readonly before: number;
  readonly policy: FeePolicy | undefined;
  readonly neverCharged: readonly NeverCharged[];
  readonly reasons: Readonly<Record<string, string>>;
}

/** A fee as it would be, and why. */
export interface Fee {
  readonly cents: number;
  readonly because: Because;
  /** The rule by which nobody may charge. */
  readonly rule: NeverCharged | undefined;
}

const nothing = (because: Because, rule?: NeverCharged): Fee => ({ cents: 0, because, rule });

function amountOf({ kind, policy }: Pick<FeeFacts, 'kind' | 'policy'>): number {
  return (kind === 'no-show' ? policy?.noShowCents : policy?.lateCancelCents) ?? 0;
}

/** The rule by which nobody may charge on that day, given all coverage in force; undefined when there is none. */
export function forbiddenBy(neverCharged: readonly NeverCharged[], filingIndicators: readonly string[], day: string): NeverCharged | undefined {
  return neverCharged.find((rule) => isInForce(rule, day) && rule.filingIndicators.some((code) => filingIndicators.includes(code)));
}

/**
 * What is owed for a missed visit. Whom nobody may charge comes before everything else, whatever the amount; who pays is unknown, nothing is charged and somebody
 * who may see it decides.
 */
export function feeFor(facts: FeeFacts): Fee {
  const { day, reason, filingIndicators, before, policy, neverCharged, reasons } = facts;
  const amount = amountOf(facts);
  const forbidden = forbiddenBy(neverCharged, filingIndicators ?? [], day);
  if (forbidden) return nothing('never-charged', forbidden);
  if (policy === undefined || amount === 0) return nothing('policy');
  if (reason !== undefined && reasons[reason] === 'waived') return nothing('reason');
  if (before < policy.free) return nothing('free');
  return { cents: amount, because: filingIndicators === null ? 'unknown-payer' : 'policy', rule: undefined };
}
