import type { Id } from '#server/platform/index.ts';
import type { SignCode } from './vital-sign.ts';

/** A value as it was written down: decimal text, so that 98.60 stays 98.60, and its unit. */
export interface Measured {
  readonly value: string;
  readonly unit: string;
}

export type Measurements = Readonly<Partial<Record<SignCode, Measured>>>;
export type Position = 'sitting' | 'standing' | 'lying';

/** One version of the signs that were taken at one time. */
export interface VitalSet {
  readonly id: Id<'VitalSet'>;
  readonly version: number;
  readonly patientId: Id<'Patient'>;
  readonly programId: Id<'Program'>;
  readonly labels: readonly string[];
  readonly takenAt: Temporal.Instant;
  readonly position: Position | null;
  readonly measured: Measurements;
  readonly note: string;
  readonly state: 'recorded' | 'entered-in-error';
  readonly reason: string;
  readonly writtenAt: Temporal.Instant;
  readonly writtenBy: string;
}
