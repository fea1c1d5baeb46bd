import content from '#content/desk/missed-visits.json' with { type: 'json' };

export type MissedKind = 'no-show' | 'late-cancel';

/** What a kind of program asks for a missed visit, from when to when. Amounts are cents. */
export interface MissedPolicy {
  readonly kinds: readonly string[];
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Called off later than so many hours before, it counts as late. */
  readonly lateHours: number;
  readonly noShowCents: number;
  readonly lateCancelCents: number;
  /** So many within so many days cost nothing. */
  readonly free: number;
  readonly freeInDays: number;
  readonly says: string;
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
