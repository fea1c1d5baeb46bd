import { sql } from 'kysely';
import { tileRows, type Tx } from '#server/platform/index.ts';

// Those of groups have a board of their own.
const unwritten = sql`a.status in ('arrived', 'in-session', 'completed') and a.service not like 'group%'
  and not exists (select from charting.draft d where d.appointment_id = a.id and d.state <> 'discarded')
  and not exists (select from charting.note n where n.appointment_id = a.id)`;
const names = sql`left join patients.patient_name p on p.id = a.patient_id left join programs.program_name program on program.id = a.program_id`;
const visits = sql`from scheduling.appointment_fact a ${names}`;

/** Visits of this clinician in the last two weeks that took place and of which no note was begun. */
export const visitsWithoutNote = (tx: Tx) =>
  tileRows(
    {
      id: sql`a.id`,
      patientId: sql`a.patient_id`,
      who: sql`p.display_name`,
      what: sql`a.type_name || coalesce(', ' || program.name, '')`,
      at: sql`a.starts_at`,
      isLate: sql`a.ends_at < ${tx.now}::timestamptz - interval '1 day'`,
      opens: sql`'/patients/' || a.patient_id || '/notes'`,
    },
    sql`${visits} where a.clinician_id = ${tx.actor.id}::uuid and a.starts_at between ${tx.now}::timestamptz - interval '14 days' and ${tx.now} and ${unwritten}`,
  );

/** A visit that took place and of which no note was begun. */
export interface UnwrittenVisit {
  readonly appointmentId: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly title: string;
  readonly programId: string;
  readonly programName: string;
  readonly programKind: string;
  readonly clinicianId: string;
  readonly clinicianName: string;
  readonly startedAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant;
}

/** The same since a moment, of one clinician or of everybody within reach, the oldest first. */
export async function unwrittenVisits(tx: Tx, since: Temporal.Instant, clinicianId: string | null): Promise<readonly UnwrittenVisit[]> {
  // Fenced: the names belong to the few visits that are left, and the planner, who cannot know how few, would fetch them for all.
  const { rows } = await sql<UnwrittenVisit>`
    with visit as materialized (
      select a.* from scheduling.appointment_fact a where a.starts_at between ${since} and ${tx.now} and (${clinicianId}::uuid is null or a.clinician_id = ${clinicianId}) and ${unwritten})
    select a.id as appointment_id, a.patient_id, coalesce(p.display_name, '') as patient_name, a.type_name as title, a.program_id, coalesce(program.name, '') as program_name,
      coalesce(program.kind, '') as program_kind, a.clinician_id, coalesce(clinician.display_name, '') as clinician_name, coalesce(a.started_at, a.starts_at) as started_at,
      coalesce(a.ended_at, a.ends_at) as ended_at
    from visit a ${names} left join identity.staff_name clinician on clinician.id = a.clinician_id order by a.starts_at limit 2000`.execute(tx.db);
  return rows;
}
