import type { ColumnType, Generated } from 'kysely';
import type { Id } from '#server/platform/index.ts';
import type { DraftHeader, DraftId, DraftState, NoteId } from './drafts/draft.ts';
import type { NoteKind, SealedContent, SignedEncounter } from './notes/note.ts';
import type { TemplateForm } from './templates/template.ts';

type Instant = ColumnType<Temporal.Instant, Temporal.Instant, Temporal.Instant>;
// `pg` prints arrays as PostgreSQL arrays and objects as JSON; JSON columns are written as text so that neither is guessed.
type Json<T> = ColumnType<T, string, string>;

interface Provenance {
  patientId: Id<'Patient'>;
  programId: Id<'Program'>;
  labels: Generated<string[]>;
}

interface DraftTable extends Provenance {
  id: DraftId;
  appointmentId: string | null;
  templateId: string;
  templateCode: string;
  authorId: string;
  service: string;
  header: Json<DraftHeader>;
  headerVersion: Generated<number>;
  state: Generated<DraftState>;
  openedAt: Instant;
  savedAt: Instant;
  discardedAt: Temporal.Instant | null;
  discardedBy: string | null;
}

interface NoteTable extends Provenance {
  id: NoteId;
  kind: NoteKind;
  addendumTo: NoteId | null;
  draftId: string | null;
  appointmentId: string | null;
  templateId: string | null;
  title: string;
  content: Json<SealedContent>;
  signedBy: string;
  signedAt: Instant;
  sealVersion: number;
  digest: string;
}

interface EncounterTable extends Provenance {
  noteId: NoteId;
  appointmentId: string | null;
  siteId: string | null;
  clinicianId: string;
  credential: string | null;
  supervisorId: string | null;
  service: string;
  modality: string;
  startedAt: Instant;
  endedAt: Instant;
  minutes: number;
  diagnoses: readonly string[];
  signedAt: Instant;
}

interface DiagnosisTable extends Provenance {
  id: Id<'Diagnosis'>;
  code: string;
  description: string;
  clinicianLabel: string;
  rank: number;
  certainty: 'confirmed' | 'provisional' | 'rule-out';
  onset: Temporal.PlainDate | null;
  resolved: Temporal.PlainDate | null;
  specifiers: Generated<readonly string[]>;
  reason: Generated<string>;
  enteredInError: Generated<boolean>;
  notedAt: Instant;
  notedBy: string;
  version: Generated<number>;
}

interface TemplateVersionTable {
  id: Generated<string>;
  code: string;
  version: number;
  name: string;
  form: Json<TemplateForm>;
  digest: string;
  publishedBy: Generated<string | null>;
}

interface TemplateDesignTable {
  code: string;
  name: string;
  form: Json<object>;
  basedOn: number | null;
  version: number;
  changedAt: Instant;
  changedBy: string;
}

interface CodeTable {
  code: string;
  description: string;
  billable: boolean;
  category: string;
  common: boolean;
  also: string;
  validFrom: string | Temporal.PlainDate;
  validTo: string | Temporal.PlainDate | null;
}

interface LoadedContentTable {
  name: string;
  version: string;
}

/** The tables of schema `charting` that its stores write through Kysely. */
export interface ChartingTables {
  'charting.draft': DraftTable;
  'charting.note': NoteTable;
  'charting.encounter': EncounterTable;
  'charting.diagnosis': DiagnosisTable;
  'charting.templateVersion': TemplateVersionTable;
  'charting.templateDesign': TemplateDesignTable;
  'charting.icd10cm': CodeTable;
  'charting.loadedContent': LoadedContentTable;
}

/** What other contexts may read: `charting.signed_encounter`. */
export interface ChartingViews {
  'charting.signedEncounter': SignedEncounter & { labels: readonly string[] };
}
