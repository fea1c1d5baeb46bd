import content from '#content/desk/missed-visits.json' with { type: 'json' };
import type { FeePolicy } from '../fee-policies/fee-policy.ts';

export type MissedKind = 'no-show' | 'late-cancel';

/** What the product proposes for kinds of programs, from when to when. */
export interface MissedPolicy extends FeePolicy {
  readonly kinds: readonly string[];
  readonly validTo: string | null;
}

/** Whom nobody may charge. `verifiedOn` is null where the rule was not read at its source. */
export interface NeverCharged {
  readonly filingIndicators: readonly string[];
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly says: string;
  readonly source: string;
  readonly verifiedOn: string | null;
}

/** The policy of missed visits. Source and validity stand in `content/desk/missed-visits.json`. */
export const missedContent: {
  readonly policies: readonly MissedPolicy[];
  readonly neverCharged: readonly NeverCharged[];
  readonly lateCancelReasons: Readonly<Record<string, string>>;
  readonly waivedReasons: readonly { readonly code: string; readonly says: string }[];
  readonly repeated: { readonly inDays: number; readonly from: number };
  readonly nextSteps: Readonly<Record<MissedKind, readonly string[]>>;
} = content;

/** A visit as the policy sees it. */
export interface Visit {
  readonly appointmentId: string;
  readonly patientId: string;
  readonly programId: string;
  readonly programKind: string;
  readonly startsAt: Temporal.Instant;
  readonly status: string;
  readonly typeName: string;
  readonly timeZone: string;
}

/** What was noted of a missed visit. */
export interface MissedVisit {
  readonly id: string;
  readonly appointmentId: string;
  readonly patientId: string;
  readonly programId: string;
  readonly kind: MissedKind;
  readonly startsAt: Temporal.Instant;
  readonly feeCents: number;
  readonly state: 'none' | 'to-decide' | 'posted' | 'waived';
  readonly because: Because;
  readonly journalId: string | null;
  readonly waivedReason: string | null;
  readonly note: string;
}

/** Why there is a fee or none. */
export type Because = 'policy' | 'free' | 'never-charged' | 'reason' | 'unknown-payer' | 'taken-back';
