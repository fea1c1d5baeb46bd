import type { ClaimFacts } from './claim.ts';

/** A ready charge with everything its claim will say, except its numbers. */
export interface ReadyCharge {
  readonly chargeId: string;
  readonly patientId: string;
  readonly programId: string;
  readonly payerId: string;
  readonly attempt: number;
  readonly servedOn: Temporal.PlainDate;
  readonly amountCents: number;
  readonly facts: ClaimFacts;
  /** Of a day: which days go together on a claim, and whether they stand there one by one or as a span. Null for a note. */
  readonly day: { readonly per: 'month' | 'week'; readonly lines: 'day' | 'span' } | null;
}

/** What goes on one claim: its first charge, with the lines and the sums of all. */
export interface ReadyClaim extends ReadyCharge {
  /** The charges besides the first. */
  readonly withCharges: readonly string[];
}
