import type { Id } from '#server/platform/index.ts';

export type Severity = 'mild' | 'moderate' | 'severe';
export type Criticality = 'low' | 'high' | 'unknown';
export type AllergyState = 'active' | 'resolved' | 'entered-in-error';

/** What may be said of an allergy or intolerance, apart from what became of it. */
export interface AllergyFacts {
  readonly substance: string;
  readonly rxnorm: string | null;
  readonly category: 'medication' | 'food' | 'environment' | 'other';
  readonly kind: 'allergy' | 'intolerance';
  readonly reaction: string;
  readonly severity: Severity | null;
  readonly criticality: Criticality;
  readonly onset: Temporal.PlainDate | null;
}

/** One version of an allergy. */
export interface Allergy extends AllergyFacts {
  readonly id: Id<'Allergy'>;
  readonly version: number;
  readonly patientId: Id<'Patient'>;
  readonly programId: Id<'Program'>;
  readonly labels: readonly string[];
  readonly state: AllergyState;
  readonly reason: string;
  readonly verifiedAt: Temporal.Instant | null;
  readonly verifiedBy: string | null;
  readonly writtenAt: Temporal.Instant;
  readonly writtenBy: string;
}

/** Somebody was asked and knew of none, or that was taken back. */
export interface AllergyStatement {
  readonly says: 'none-known' | 'withdrawn';
  readonly statedAt: Temporal.Instant;
  readonly statedBy: string;
}
