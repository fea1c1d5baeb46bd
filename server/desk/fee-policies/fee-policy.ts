/** What is asked for a missed or late cancelled visit. Amounts are cents. */
export interface FeeTerms {
  /** Called off later than so many hours before, it counts as late. */
  readonly lateHours: number;
  readonly noShowCents: number;
  readonly lateCancelCents: number;
  /** So many within so many days cost nothing. */
  readonly free: number;
  readonly freeInDays: number;
}

/** Terms that hold from a day on, with the sentence in which patients are told. */
export interface FeePolicy extends FeeTerms {
  readonly validFrom: string;
  readonly says: string;
}

/** Terms as the organisation decided them for one of its programs. */
export interface DecidedPolicy extends FeePolicy {
  readonly id: string;
  readonly programId: string;
  readonly reason: string;
  readonly madeAt: Temporal.Instant;
  readonly madeBy: string | null;
}
