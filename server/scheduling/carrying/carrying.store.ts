import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { Appointment } from '../appointments/appointment.ts';

/** An appointment to come, with its place in a series, and whether its clinician works in the other program too. A seat in a group of the program that is left never goes along. */
export interface ToCome extends Appointment {
  readonly seriesId: string | null;
  readonly occurrence: number | null;
  readonly worksThere: boolean;
}

/** What is booked for a person in a program from a moment on, locked until the transaction ends. */
export async function appointmentsToCome(tx: Tx, patientId: string, programId: string, otherProgramId: string, from: Temporal.Instant): Promise<readonly ToCome[]> {
  const { rows } =
    await sql<ToCome>`select a.id, a.patient_id, a.program_id, a.site_id, a.clinician_id, a.room_id, a.session_id, a.type_code, a.starts_at, a.ends_at, a.modality,
      a.status, a.cancel_reason, a.arrived_at, a.started_at, a.ended_at, a.note, a.version, a.series_id, a.occurrence,
      a.session_id is null and exists (select from identity.staff_membership works where works.staff_id = a.clinician_id and works.program_id = ${otherProgramId}::uuid) as works_there
    from scheduling.appointment a where a.patient_id = ${patientId} and a.program_id = ${programId} and a.starts_at >= ${from} and a.status in ('booked', 'confirmed')
    order by a.starts_at for update of a`.execute(tx.db);
  return rows;
}

/** The same series in another program, following the first. */
export async function copySeries(tx: Tx, seriesId: string, to: { id: string; programId: string; labels: readonly string[] }): Promise<string> {
  await sql`insert into scheduling.series (id, patient_id, program_id, labels, site_id, clinician_id, room_id, type_code, modality, recurrence, first_day, time, minutes, time_zone, times,
      follows, made_at, made_by)
    select ${to.id}, patient_id, ${to.programId}, ${to.labels}::text[], site_id, clinician_id, room_id, type_code, modality, recurrence, first_day, time, minutes, time_zone, times,
      id, ${tx.now}, ${tx.actor.id}::uuid from scheduling.series where id = ${seriesId}`.execute(tx.db);
  return to.id;
}

/** Gives an appointment its place in a series. */
export async function placeInSeries(tx: Tx, appointmentId: string, seriesId: string, occurrence: number): Promise<void> {
  await sql`update scheduling.appointment set series_id = ${seriesId}, occurrence = ${occurrence} where id = ${appointmentId}`.execute(tx.db);
}
