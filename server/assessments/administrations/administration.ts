import type { Id } from '#server/platform/index.ts';
import type { AdministrationId, AnsweredBy, Mode } from '../assessments-tables.ts';
import type { Answers } from '../instruments/instrument.contract.ts';
import type { Result } from '../instruments/scoring.ts';
import type { ClinicalSex } from '../instruments/scoring.rules.ts';

/** One time that an instrument was asked. */
export interface Administration {
  readonly id: AdministrationId;
  readonly patientId: Id<'Patient'>;
  readonly programId: Id<'Program'>;
  readonly versionId: string;
  readonly instrumentCode: string;
  readonly state: 'open' | 'completed' | 'withdrawn';
  readonly mode: Mode;
  readonly answeredBy: AnsweredBy;
  readonly sex: ClinicalSex;
  readonly answers: Answers;
  readonly revision: number;
  readonly repeatReason: string | null;
  readonly startedAt: Temporal.Instant;
  readonly startedBy: string;
  readonly savedAt: Temporal.Instant;
  readonly completedAt: Temporal.Instant | null;
  readonly completedBy: string | null;
  readonly result: Result | null;
  readonly score: string | null;
  readonly says: string | null;
}
