/** How much of a name stands on a sheet: `short` for what hangs at a door or lies on a desk, `whole` for the clinician's own hands. */
export type Names = 'short' | 'whole';

/** An appointment as a sheet needs it. */
export interface Seat {
  readonly patientId: string;
  readonly displayName: string;
  readonly familyName: string;
  readonly clinicianId: string;
  readonly clinicianName: string;
  readonly room: string | null;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly modality: string;
}

/** One line of a sheet: who meets whom, when and where. Nothing tells why. */
export interface Line {
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly name: string;
  readonly clinicianName: string;
  readonly room: string;
  readonly modality: string;
}

/** One page: of a clinician, or of a room. */
export interface Sheet {
  readonly title: string;
  readonly lines: readonly Line[];
}
