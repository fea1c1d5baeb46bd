import content from '#content/intake/waitlist.json' with { type: 'json' };

/** A class of people who wait, and by when the law or the program wants something for them; null where nothing is asked. */
export interface Priority {
  readonly code: string;
  readonly says: string;
  /** 1 comes first. */
  readonly rank: number;
  readonly interimWithinHours: number | null;
  readonly admitWithinDays: number | null;
  /** Days to an admission where interim services were made available in time. */
  readonly admitWithInterimDays: number | null;
  readonly contactEveryDays: number;
}

export type ActKind = 'reached' | 'not-reached' | 'interim-given' | 'interim-declined' | 'offered' | 'accepted' | 'declined';

/** Something done for somebody who waits. */
export interface Act {
  readonly kind: ActKind;
  readonly at: Temporal.Instant;
}

/** Somebody who waits, as the order and the clocks see them. */
export interface Waiting {
  readonly id: string;
  readonly priority: string;
  readonly since: Temporal.Instant;
  readonly acts: readonly Act[];
}

/** By when something is wanted, and whether it was done. */
export interface Clock {
  readonly code: 'interim' | 'admission' | 'contact' | 'offer';
  readonly says: string;
  readonly dueAt: Temporal.Instant;
  readonly metAt: Temporal.Instant | null;
  readonly state: 'met' | 'late' | 'due' | 'overdue';
}

/** Classes in the order of 45 CFR 96.131(a), interim services of 96.121, reasons to leave the list. Source in the file. */
export const waitlistContent = content;
export const priorities: readonly Priority[] = content.priorities;
