import { sql } from 'kysely';
import type { Id, Tx } from '#server/platform/index.ts';
import type { Modality } from './draft.ts';

/** The appointment behind a note, as far as charting needs it. */
export interface Session {
  readonly appointmentId: string;
  readonly patientId: Id<'Patient'>;
  readonly programId: Id<'Program'>;
  readonly siteId: string;
  readonly clinicianId: string;
  readonly service: string;
  readonly noteTemplate: string;
  readonly modality: Modality;
  readonly status: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

/** The appointment with the times that happened, or else those planned, and the form in which its program writes of such. */
export async function sessionOf(tx: Tx, appointmentId: string): Promise<Session | undefined> {
  const { rows } = await sql<Session>`select a.id as appointment_id, a.patient_id, a.program_id, a.site_id, a.clinician_id, a.service, a.modality, a.status,
    coalesce(a.note_templates ->> program.kind, a.note_template) as note_template,
    coalesce(a.started_at, a.starts_at) as starts_at, coalesce(a.ended_at, a.started_at + (a.ends_at - a.starts_at), a.ends_at) as ends_at
    from scheduling.appointment_fact a left join programs.program_name program on program.id = a.program_id where a.id = ${appointmentId}`.execute(tx.db);
  return rows[0];
}

/** The names around a note. */
export interface Names {
  readonly patientName: string | null;
  readonly birthDate: Temporal.PlainDate | null;
  readonly mrn: string | null;
  readonly programName: string | null;
  readonly siteId: string | null;
  readonly programKind: string | null;
  readonly authorName: string | null;
}

/** Names of patient, program and author in one query; null for what this actor may not see. */
export async function namesAround(tx: Tx, { patientId, programId, authorId }: { patientId: string; programId: string; authorId: string }): Promise<Names> {
  const { rows } =
    await sql<Names>`select p.display_name as patient_name, p.birth_date, p.mrn, program.name as program_name, program.site_id, program.kind as program_kind, s.display_name as author_name
    from (values (1)) one left join patients.patient_name p on p.id = ${patientId}
      left join programs.program_name program on program.id = ${programId} left join identity.staff_name s on s.id = ${authorId}`.execute(tx.db);
  return rows[0] ?? { patientName: null, birthDate: null, mrn: null, programName: null, siteId: null, programKind: null, authorName: null };
}
