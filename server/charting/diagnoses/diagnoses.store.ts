import { sql } from 'kysely';
import { within, type Id, type Tx } from '#server/platform/index.ts';
import type { ChartingTables } from '../charting-tables.ts';

export type Certainty = 'confirmed' | 'provisional' | 'rule-out';

/** What is said of a diagnosis, and when its code may be used. */
export interface DiagnosisFacts {
  readonly code: string;
  readonly description: string;
  readonly clinicianLabel: string;
  readonly specifiers: readonly string[];
  readonly rank: number;
  readonly certainty: Certainty;
  readonly onset: Temporal.PlainDate | null;
  readonly resolved: Temporal.PlainDate | null;
  readonly reason: string;
  readonly version: number;
}

/** One state in which a diagnosis stood. */
export interface DiagnosisVersion extends DiagnosisFacts {
  readonly enteredInError: boolean;
  readonly changedAt: Temporal.Instant;
  readonly changedBy: string;
}

/** An entry of the problem list. */
export interface Diagnosis extends DiagnosisFacts {
  readonly id: Id<'Diagnosis'>;
  readonly patientId: Id<'Patient'>;
  readonly programId: Id<'Program'>;
  readonly programName: string;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo: Temporal.PlainDate | null;
  readonly notedAt: Temporal.Instant;
  readonly notedBy: string;
}

const named = sql`select d.id, d.patient_id, d.program_id, coalesce(program.name, '') as program_name, d.code, d.description, d.clinician_label, d.specifiers, d.rank, d.certainty,
  d.onset, d.resolved, d.reason, d.noted_at, coalesce(s.display_name, '') as noted_by, d.version, c.valid_from, c.valid_to
  from charting.diagnosis d join charting.icd10cm c on c.code = d.code left join identity.staff_name s on s.id = d.noted_by
    left join programs.program_name program on program.id = d.program_id`;

/** The problem list of a person, merged records included; the principal diagnosis first, resolved ones last when they are wanted. */
export async function problemList(tx: Tx, patientId: string, withResolved: boolean): Promise<readonly Diagnosis[]> {
  const { rows } = await sql<Diagnosis>`${named}
    where d.patient_id = any (array(select record.patient_id from patients.person_record record where record.person_id = ${patientId}))
      and not d.entered_in_error and (${withResolved} or d.resolved is null)
    order by d.resolved is not null, d.rank, d.noted_at`.execute(tx.db);
  return rows;
}

/** Every state in which one diagnosis stood, the newest first. */
export async function versionsOf(tx: Tx, diagnosisId: string): Promise<readonly (DiagnosisVersion & { patientId: string; programId: string })[]> {
  const { rows } = await sql<DiagnosisVersion & { patientId: string; programId: string }>`
    select v.patient_id, v.program_id, v.version, v.code, v.description, v.clinician_label, v.specifiers, v.rank, v.certainty, v.onset, v.resolved, v.entered_in_error, v.reason,
      v.changed_at, coalesce(s.display_name, '') as changed_by
    from charting.diagnosis_version v left join identity.staff_name s on s.id = v.changed_by where v.diagnosis_id = ${diagnosisId} order by v.version desc`.execute(
    tx.db,
  );
  return rows;
}

/** One entry, locked until the transaction ends. */
export async function lockDiagnosis(tx: Tx, diagnosisId: string): Promise<Diagnosis | undefined> {
  const { rows } = await sql<Diagnosis>`${named} where d.id = ${diagnosisId} and not d.entered_in_error for update of d`.execute(tx.db);
  return rows[0];
}

/** Entries that may appear in a note of this program with these labels: those whose own labels the note carries too, so that nothing of a Part 2 program slips into another's note. */
export async function diagnosesForNote(tx: Tx, patientId: string, labels: readonly string[]): Promise<readonly Diagnosis[]> {
  const { rows } = await sql<Diagnosis>`${named}
    where d.patient_id = any (array(select record.patient_id from patients.person_record record where record.person_id = ${patientId}))
      and d.labels <@ ${labels}::text[] and not d.entered_in_error and d.resolved is null order by d.rank, d.noted_at`.execute(tx.db);
  return rows;
}

/** Ids of the open entries of one patient in one program by rank, locked so that ranks are given out one at a time. */
export async function lockRanks(tx: Tx, patientId: string, programId: string): Promise<readonly string[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${patientId}, 8))`.execute(tx.db);
  const { rows } = await sql<{ id: string }>`select id from charting.diagnosis
    where patient_id = ${patientId} and program_id = ${programId} and not entered_in_error and resolved is null order by rank, noted_at`.execute(tx.db);
  return rows.map((row) => row.id);
}

/** Writes ranks 1, 2, 3 in this order. */
export async function writeRanks(tx: Tx, order: readonly string[]): Promise<void> {
  await sql`update charting.diagnosis d set rank = placed.rank, reason = '', version = d.version + 1
    from unnest(${order}::uuid[]) with ordinality placed (id, rank) where d.id = placed.id and d.rank <> placed.rank`.execute(tx.db);
}

/** Adds an entry; false when the code already stands open for this patient in this program. */
export async function insertDiagnosis(tx: Tx, diagnosis: Omit<Diagnosis, 'version' | 'programName' | 'validFrom' | 'validTo'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await within<ChartingTables>(tx)
    .insertInto('charting.diagnosis')
    .values(diagnosis)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** What may change of an entry. */
export interface DiagnosisChange {
  readonly clinicianLabel: string;
  readonly certainty: Certainty;
  readonly onset: Temporal.PlainDate | null;
  readonly resolved: Temporal.PlainDate | null;
  readonly enteredInError: boolean;
  readonly specifiers: readonly string[];
  readonly reason: string;
}

/** Writes a change with its new version. */
export async function updateDiagnosis(tx: Tx, diagnosisId: Id<'Diagnosis'>, version: number, change: DiagnosisChange): Promise<void> {
  await within<ChartingTables>(tx)
    .updateTable('charting.diagnosis')
    .set({ ...change, version })
    .where('id', '=', diagnosisId)
    .execute();
}
