/** As what somebody counts at a midnight. Whoever left on that day is told and not counted. */
export type CensusStatus = 'admitted' | 'present' | 'leave' | 'bed-hold' | 'discharged';

/** From one moment up to, but not including, another; null while it lasts. */
export interface Stretch {
  readonly residencyId: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant | null;
}

/** What a house remembers: who lived there, in which bed, who was away. */
export interface HouseFacts {
  readonly residencies: readonly Stretch[];
  readonly occupancies: readonly (Stretch & { readonly bedId: string })[];
  readonly leaves: readonly (Stretch & { readonly countsAs: 'leave' | 'bed-hold' })[];
}

/** One person at one midnight. */
export interface CensusLine {
  readonly residencyId: string;
  readonly bedId: string | null;
  readonly status: CensusStatus;
  readonly arrivedToday: boolean;
}

/** A day of a site, from its first instant to the midnight that ends it. */
export interface SiteDay {
  readonly from: Temporal.Instant;
  readonly midnight: Temporal.Instant;
}
