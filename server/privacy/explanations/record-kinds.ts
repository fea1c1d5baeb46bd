/** A kind of record that can be asked about: where it lies, which permission reads it, and by which rule its rows are reached. */
export interface RecordKind {
  readonly table: string;
  readonly says: string;
  /** One of these is enough. */
  readonly permissions: readonly string[];
  readonly reach: 'program' | 'person';
  /** Who signed it, and their supervisor, read it without a part in the care. */
  readonly writerKeeps?: boolean;
}

/** Kinds by name; a test compares each with the policy of its table. The vaults are not here: only their originator can say anything about them. */
export const recordKinds = {
  person: { table: 'patients.patient', says: 'Who they are and how to reach them', permissions: ['patient.read'], reach: 'person' },
  coverage: { table: 'patients.coverage', says: 'Insurance', permissions: ['coverage.read', 'claim.read'], reach: 'person' },
  alert: { table: 'patients.alert', says: 'Alert', permissions: ['patient.read'], reach: 'program' },
  episode: { table: 'programs.episode', says: 'Stay in a program', permissions: ['patient.read'], reach: 'program' },
  appointment: { table: 'scheduling.appointment', says: 'Appointment', permissions: ['schedule.read'], reach: 'program' },
  note: { table: 'charting.note', says: 'Clinical note', permissions: ['chart.read'], reach: 'program', writerKeeps: true },
  diagnosis: { table: 'charting.diagnosis', says: 'Diagnosis', permissions: ['chart.read'], reach: 'program' },
  assessment: { table: 'assessments.administration', says: 'Assessment', permissions: ['assessment.read', 'assessment.answer'], reach: 'program' },
  'care-plan': { table: 'careplans.sealed_plan', says: 'Signed care plan', permissions: ['chart.read'], reach: 'program' },
  claim: { table: 'billing.claim', says: 'Claim', permissions: ['claim.read'], reach: 'program' },
} as const satisfies Record<string, RecordKind>;

export type RecordKindName = keyof typeof recordKinds;
export const recordKindNames = Object.keys(recordKinds) as [RecordKindName, ...RecordKindName[]];
