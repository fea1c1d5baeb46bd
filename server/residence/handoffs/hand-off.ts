/** Something that is on record since a shift began. */
export interface ShiftFact {
  readonly residencyId: string;
  readonly what: 'arrived' | 'bed' | 'left' | 'back' | 'incident' | 'missed' | 'seen';
  readonly at: Temporal.Instant;
  readonly word: string;
}

/** A hand-off without its lines. */
export interface HandOffRow {
  readonly id: string;
  readonly programId: string;
  readonly shift: string;
  readonly signedAt: Temporal.Instant;
  readonly signedById: string;
  readonly signedByName: string;
  readonly acknowledgedAt: Temporal.Instant | null;
  readonly acknowledgedByName: string | null;
}

/** A line of a hand-off. */
export interface HandOffLine {
  readonly handOffId: string;
  readonly residencyId: string;
  readonly patientId: string;
  readonly name: string;
  readonly happened: string;
  readonly openMatters: string;
}
