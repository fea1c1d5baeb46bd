import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** Diagnoses that stand in one program, the principal one first. */
export async function openDiagnosesIn(tx: Tx, patientId: string, programId: string): Promise<readonly { id: string; code: string; description: string }[]> {
  const { rows } = await sql<{ id: string; code: string; description: string }>`select id, code, description from charting.diagnosis
    where patient_id = ${patientId} and program_id = ${programId} and resolved is null and not entered_in_error order by rank, noted_at`.execute(tx.db);
  return rows;
}

/** Lets a diagnosis stand in another program too, last there, with its words, its certainty and its labels. */
export async function copyDiagnosis(tx: Tx, diagnosisId: string, to: { id: string; programId: string; labels: readonly string[] }): Promise<void> {
  await sql`insert into charting.diagnosis (id, patient_id, program_id, labels, code, description, clinician_label, specifiers, rank, certainty, onset, noted_at, noted_by)
    select ${to.id}, d.patient_id, ${to.programId}, array(select distinct unnest(d.labels || ${to.labels}::text[])), d.code, d.description, d.clinician_label, d.specifiers,
      1 + (select count(*) from charting.diagnosis there where there.patient_id = d.patient_id and there.program_id = ${to.programId}
        and there.resolved is null and not there.entered_in_error), d.certainty, d.onset, ${tx.now}, ${tx.actor.id}::uuid
    from charting.diagnosis d where d.id = ${diagnosisId}`.execute(tx.db);
}

/** Marks entries as ones that should not be there. */
export async function markInError(tx: Tx, diagnosisIds: readonly string[]): Promise<void> {
  await sql`update charting.diagnosis set entered_in_error = true, version = version + 1 where id = any (${diagnosisIds}::uuid[])`.execute(tx.db);
}

/** How many notes were signed on a person in a program since a moment. */
export async function notesSignedSince(tx: Tx, patientId: string, programId: string, since: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from charting.written_note
    where patient_id = ${patientId} and program_id = ${programId} and signed_at > ${since}`.execute(tx.db);
  return rows[0]?.count ?? 0;
}
