import type { GenderRule, OutageKind } from '../places/place.ts';

/** A bed in use with the place where it stands. */
export interface PlaceRow {
  readonly unitId: string;
  readonly unitName: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly timeZone: string;
  readonly programId: string;
  readonly programName: string;
  readonly roomId: string;
  readonly roomName: string;
  readonly roomAttributes: string[];
  readonly genderRule: GenderRule;
  readonly bedId: string;
  readonly bedName: string;
  readonly bedAttributes: string[];
  readonly outageKind: OutageKind | null;
  readonly outageReason: string | null;
}

/** Somebody who lives here, with bed, leave and planned move. */
export interface LodgerRow {
  readonly residencyId: string;
  readonly episodeId: string;
  readonly patientId: string;
  readonly programId: string;
  readonly unitId: string;
  readonly name: string;
  readonly mrn: string;
  readonly pronouns: string | null;
  readonly birthDate: Temporal.PlainDate;
  readonly administrativeSex: string;
  readonly genderIdentity: string | null;
  readonly startsAt: Temporal.Instant;
  readonly expectedDepartureOn: Temporal.PlainDate | null;
  readonly bedId: string | null;
  readonly leaveKind: string | null;
  readonly leaveNote: string | null;
  readonly leaveStartsAt: Temporal.Instant | null;
  readonly expectedBackAt: Temporal.Instant | null;
  readonly toBedId: string | null;
  readonly toBedName: string | null;
  readonly plannedFor: Temporal.Instant | null;
  readonly transferReason: string | null;
}

/** Somebody who is expected, with the bed that is kept for them. */
export interface ExpectedRow {
  readonly episodeId: string;
  readonly patientId: string;
  readonly programId: string;
  readonly name: string;
  readonly state: 'referral' | 'screening' | 'admitted';
  readonly since: Temporal.PlainDate;
  readonly bedId: string | null;
  readonly expectedOn: Temporal.PlainDate | null;
}
