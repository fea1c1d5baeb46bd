import content from '#content/earlier-times.json' with { type: 'json' };

/** How long one is asked, and how short a notice may be: content/earlier-times.json. */
export interface OfferPolicy {
  readonly answerWithinMinutes: number;
  readonly leastNoticeMinutes: number;
}

export const offerPolicy: OfferPolicy = content;

/** A stretch of a clinician's time that was given back. */
export interface Slot {
  readonly siteId: string;
  readonly programId: string;
  readonly clinicianId: string;
  readonly roomId: string | null;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

/** Somebody who would come earlier, with the appointment they hold. */
export interface Wish {
  readonly id: string;
  readonly patientId: string;
  readonly programId: string;
  readonly appointmentId: string;
  readonly version: number;
  readonly siteId: string;
  readonly clinicianId: string;
  readonly roomId: string | null;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly timeZone: string;
  readonly anyClinician: boolean;
  readonly weekdays: readonly number[];
  readonly notBefore: Temporal.PlainTime | null;
  readonly notAfter: Temporal.PlainTime | null;
  readonly noticeHours: number;
  /** Whether they were asked about this time before, or are elsewhere then. */
  readonly isOut: boolean;
}
