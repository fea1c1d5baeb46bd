import file from '#content/medications/medications.json' with { type: 'json' };

/** Where what is known of a medicine comes from. */
export type StatementSource = 'ordered-here' | 'ordered-elsewhere' | 'over-the-counter' | 'told-by-patient';

/** One medicine that a person takes, as a program knows it. */
export interface Statement {
  readonly id: string;
  readonly patientId: string;
  readonly programId: string;
  readonly programName: string;
  readonly medication: string | null;
  readonly name: string;
  readonly dose: string;
  readonly source: StatementSource;
  readonly prescriber: string;
  readonly startedOn: Temporal.PlainDate | null;
  readonly stoppedOn: Temporal.PlainDate | null;
  readonly stopReason: string | null;
  readonly version: number;
}

/** A medicine of the shipped list. */
export interface KnownMedication {
  readonly id: string;
  readonly generic: string;
  readonly brands: readonly string[];
  readonly class: string;
}

/** Medicines of psychiatry and addiction medicine by name; others are written as they are told. Source in the file. */
export const knownMedications = file.medications as readonly KnownMedication[];
