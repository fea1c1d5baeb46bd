/** One stretch of a week in which people are received, on the clock of the site. */
export interface WeeklyHours {
  readonly siteId: string;
  /** Null for the hours of the site itself. */
  readonly clinicianId: string | null;
  /** ISO: Monday is 1. */
  readonly weekday: number;
  readonly opens: Temporal.PlainTime;
  readonly closes: Temporal.PlainTime;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo: Temporal.PlainDate | null;
}

/** A clinician on leave, or a closed site. */
export interface Away {
  readonly id: string;
  readonly siteId: string | null;
  readonly clinicianId: string | null;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly reason: string;
}
