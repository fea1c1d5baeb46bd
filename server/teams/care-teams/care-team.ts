/** What somebody's part in a care team is, besides leading it. */
export const parts = ['therapist', 'prescriber', 'nurse', 'case-manager', 'peer', 'other'] as const;
export type Part = (typeof parts)[number];

/** Somebody in the care team of a patient, in one program. */
export interface Member {
  /** Null for who leads: that is told by the stay. */
  readonly membershipId: string | null;
  readonly episodeId: string;
  readonly programId: string;
  readonly programName: string;
  readonly staffId: string;
  readonly name: string;
  readonly credential: string | null;
  readonly part: string;
  readonly leads: boolean;
  readonly since: Temporal.PlainDate;
}
