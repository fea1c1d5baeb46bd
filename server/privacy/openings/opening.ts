/** What kind of record a program holds of a patient: a table, and the labels of some of its rows. */
export interface HeldKind {
  readonly source: string;
  readonly programId: string;
  readonly labels: readonly string[];
}

/** A program's part of a chart that a signed consent opens to the one who asks. */
export interface Opening {
  readonly programId: string;
  readonly consentId: string;
  /** Labels that the grant has to cover. */
  readonly labels: readonly string[];
}

/** Another program's part of the chart that the actor holds open. */
export interface HeldOpen {
  readonly programId: string;
  readonly consentId: string;
  readonly endsAt: Temporal.Instant;
}

/** What joins somebody of the staff to a patient's care at this moment. */
export interface PartInCare {
  /** An appointment or a signed encounter of their own, or they are the primary clinician. */
  readonly isOwn: boolean;
  /** They work clinically in a program to which the patient is admitted. */
  readonly isOfUnit: boolean;
}
