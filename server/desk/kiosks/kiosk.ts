import content from '#content/desk/kiosk.json' with { type: 'json' };

/** How long a kiosk runs, how early and late one may check in, how many guesses it bears. Source stands in `content/desk/kiosk.json`. */
export const kioskPolicy = content;

/** The cookie by which a browser is a kiosk. It opens no session. */
export const kioskCookie = 'mooring_kiosk';

/** A browser that patients check in on. */
export interface Kiosk {
  readonly id: string;
  readonly siteId: string;
  readonly programIds: readonly string[];
  readonly name: string;
  readonly startedBy: string;
  readonly endsAt: Temporal.Instant;
  readonly failedAt: readonly Temporal.Instant[];
  readonly timeZone: string;
}

/** What somebody says of themself. */
export interface Told {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
  readonly phoneDigits: string;
}

/** A visit that may be checked in now, with what its patient would say of themself. */
export interface Expected {
  readonly appointmentId: string;
  readonly patientId: string;
  readonly programId: string;
  readonly startsAt: Temporal.Instant;
  readonly status: string;
  readonly givenName: string;
  readonly nameToUse: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate;
  readonly phone: string | null;
}
