import content from '#content/residence/rounds.json' with { type: 'json' };

/** What somebody was seen doing; an urgent one is told at once. */
export interface SightingStatus {
  readonly code: string;
  readonly says: string;
  readonly urgent: boolean;
}

/** Statuses of a sighting, and how late one may be for each interval: content/residence/rounds.json. */
export const roundContent: { readonly intervals: readonly { readonly minutes: number; readonly graceMinutes: number }[]; readonly statuses: readonly SightingStatus[] } =
  content;

/** Somebody to be seen every so many minutes, as far as the clock is concerned. */
export interface WatchClock {
  readonly intervalMinutes: number;
  readonly startsAt: Temporal.Instant;
  readonly lastSeenAt: Temporal.Instant | null;
  /** When they came back from their last leave; null when they never went. */
  readonly backAt: Temporal.Instant | null;
  readonly isAway: boolean;
}
