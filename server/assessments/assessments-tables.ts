import type { ColumnType, Generated } from 'kysely';
import type { Id } from '#server/platform/index.ts';
import type { Answers, Concern, CriticalLevel, Instrument } from './instruments/instrument.contract.ts';
import type { Result } from './instruments/scoring.ts';
import type { ClinicalSex } from './instruments/scoring.rules.ts';

type Instant = ColumnType<Temporal.Instant, Temporal.Instant, Temporal.Instant>;
// `pg` prints arrays as PostgreSQL arrays and objects as JSON; JSON columns are written as text so that neither is guessed.
type Json<T> = ColumnType<T, string, string>;

interface Provenance {
  patientId: Id<'Patient'>;
  programId: Id<'Program'>;
  labels: Generated<string[]>;
}

export type AdministrationId = Id<'Administration'>;
export type RiskCaseId = Id<'RiskCase'>;
export type Mode = 'staff' | 'tablet' | 'link';
export type AnsweredBy = 'patient' | 'clinician' | 'proxy';

interface AdministrationTable extends Provenance {
  id: AdministrationId;
  versionId: string;
  instrumentCode: string;
  state: Generated<'open' | 'completed' | 'withdrawn'>;
  mode: Mode;
  answeredBy: AnsweredBy;
  sex: ClinicalSex;
  answers: Json<Answers>;
  revision: Generated<number>;
  repeatReason: string | null;
  startedAt: Instant;
  startedBy: string;
  savedAt: Instant;
  completedAt: Temporal.Instant | null;
  completedBy: string | null;
  result: ColumnType<Result | null, string | null, string | null>;
  /** `numeric` arrives as text. */
  score: ColumnType<string | null, number | null, number | null>;
  says: string | null;
}

interface CriticalTable extends Provenance {
  id: Generated<string>;
  administrationId: AdministrationId;
  at: string;
  level: CriticalLevel;
  concern: Concern;
  action: string;
  raisedAt: Instant;
  dueAt: Instant;
  escalatedAt: Temporal.Instant | null;
  answeredAt: Temporal.Instant | null;
  answeredBy: string | null;
  answer: string | null;
}

interface LinkTable extends Provenance {
  id: string;
  administrationId: AdministrationId;
  tokenHash: string;
  kind: 'link' | 'tablet';
  madeAt: Instant;
  madeBy: string;
  expiresAt: Instant;
  closedAt: Temporal.Instant | null;
}

interface VersionTable {
  id: Generated<string>;
  code: string;
  version: number;
  definition: Json<Instrument>;
  digest: string;
  licenceHolder: string | null;
  licenceStatement: string;
  publishedBy: string | null;
}

interface ShiftTable {
  id: string;
  programId: string;
  staffId: string;
  startsAt: Instant;
  endsAt: Instant;
  madeBy: string;
}

interface CaseTable extends Provenance {
  id: RiskCaseId;
  openedAt: Instant;
  alertId: string;
  ownerId: string | null;
  timeZone: string;
  closedAt: Temporal.Instant | null;
}

interface EventTable extends Provenance {
  id: Generated<string>;
  caseId: RiskCaseId;
  kind: string;
  at: Instant;
  byId: string | null;
  details: Json<Readonly<Record<string, unknown>>>;
  requestId: string | null;
}

interface DutyTable extends Provenance {
  caseId: RiskCaseId;
  key: string;
  kind: string;
  dueAt: Instant;
  doneAt: Temporal.Instant | null;
  endedAt: Temporal.Instant | null;
  escalatedAt: Temporal.Instant | null;
}

/** The tables of schema `assessments`. */
export interface AssessmentsTables {
  'assessments.instrument': { code: string; origin: 'shipped' | 'site' };
  'assessments.instrumentVersion': VersionTable;
  'assessments.administration': AdministrationTable;
  'assessments.criticalFinding': CriticalTable;
  'assessments.link': LinkTable;
  'assessments.onCallShift': ShiftTable;
  'assessments.riskCase': CaseTable;
  'assessments.riskEvent': EventTable;
  'assessments.riskDuty': DutyTable;
}
