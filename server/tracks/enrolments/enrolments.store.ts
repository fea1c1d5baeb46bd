import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { Enrolment, LeftBecause } from './enrolment.ts';

/** A line of the roster of a track. */
export interface EnrolledLine extends Enrolment {
  readonly name: string;
  readonly mrn: string;
  /** Meetings to come in which the person holds a seat. */
  readonly toCome: number;
}

/** Who is or was enrolled in these tracks, by name. */
export async function enrolmentsIn(tx: Tx, trackIds: readonly string[]): Promise<readonly EnrolledLine[]> {
  const { rows } =
    await sql<EnrolledLine>`select e.id, e.track_id, e.patient_id, e.first_day, e.left_on, e.left_because, e.left_out, coalesce(p.display_name, '') as name, coalesce(p.mrn, '') as mrn,
      (select count(*)::integer from tracks.meeting m join groups.seat_time seat on seat.session_id = m.session_id and seat.patient_id = e.patient_id
        where m.track_id = e.track_id and m.starts_at > ${tx.now} and seat.attendance = 'expected') as to_come
    from tracks.enrolment e left join patients.patient_name p on p.id = e.patient_id
    where e.track_id = any (${trackIds}::uuid[]) order by e.left_on is not null, name, e.first_day`.execute(tx.db);
  return rows;
}

/** Tracks in which a person is or was enrolled, the latest first. */
export async function enrolmentsOf(
  tx: Tx,
  recordIds: readonly string[],
): Promise<readonly (Enrolment & { readonly trackName: string; readonly programName: string; readonly lastDay: Temporal.PlainDate; readonly toCome: number })[]> {
  const { rows } = await sql<Enrolment & { trackName: string; programName: string; lastDay: Temporal.PlainDate; toCome: number }>`
    select e.id, e.track_id, e.patient_id, e.first_day, e.left_on, e.left_because, e.left_out, t.name as track_name, coalesce(program.name, '') as program_name, t.last_day,
      (select count(*)::integer from tracks.meeting m join groups.seat_time seat on seat.session_id = m.session_id and seat.patient_id = e.patient_id
        where m.track_id = e.track_id and m.starts_at > ${tx.now} and seat.attendance = 'expected') as to_come
    from tracks.enrolment e join tracks.track t on t.id = e.track_id left join programs.program_name program on program.id = t.program_id
    where e.patient_id = any (${recordIds}::uuid[]) order by e.first_day desc, t.name`.execute(tx.db);
  return rows;
}

/** One enrolment; undefined when there is none that this actor may see. */
export async function enrolmentById(tx: Tx, enrolmentId: string): Promise<Enrolment | undefined> {
  const { rows } =
    await sql<Enrolment>`select id, track_id, patient_id, first_day, left_on, left_because, left_out from tracks.enrolment where id = ${enrolmentId}`.execute(tx.db);
  return rows[0];
}

/** Enrolments of a person in tracks of a program that have not been left. */
export async function enrolmentsOpenIn(tx: Tx, patientId: string, programId: string): Promise<readonly (Enrolment & { readonly trackName: string })[]> {
  const { rows } = await sql<
    Enrolment & { trackName: string }
  >`select e.id, e.track_id, e.patient_id, e.first_day, e.left_on, e.left_because, e.left_out, t.name as track_name
    from tracks.enrolment e join tracks.track t on t.id = e.track_id where e.patient_id = ${patientId} and e.program_id = ${programId} and e.left_on is null order by t.name`.execute(
    tx.db,
  );
  return rows;
}

/** Writes an enrolment; false when the person is enrolled already. */
export async function insertEnrolment(tx: Tx, { id, trackId, patientId, firstDay, leftOut }: Enrolment, programId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into tracks.enrolment (id, track_id, patient_id, program_id, first_day, left_out, made_at, made_by)
    values (${id}, ${trackId}, ${patientId}, ${programId}, ${firstDay}::date, ${leftOut}::uuid[], ${tx.now}, ${tx.actor.id}::uuid) on conflict do nothing`.execute(tx.db);
  return numAffectedRows === 1n;
}

/** Gives an enrolment its end, or takes it away again. */
export async function endEnrolment(tx: Tx, enrolmentId: string, leftOn: Temporal.PlainDate | null, because: LeftBecause | null): Promise<void> {
  await sql`update tracks.enrolment set left_on = case when ${leftOn}::date is null then null else greatest(first_day, ${leftOn}::date) end, left_because = ${because} where id = ${enrolmentId}`.execute(
    tx.db,
  );
}

/** Days on which a person is expected in a program already, from a moment on. */
export async function daysExpected(tx: Tx, patientId: string, programId: string, timeZone: string): Promise<readonly string[]> {
  const { rows } = await sql<{ day: string }>`select distinct (starts_at at time zone ${timeZone})::date::text as day from groups.seat_time
    where patient_id = ${patientId} and program_id = ${programId} and attendance = 'expected' and starts_at > ${tx.now}`.execute(tx.db);
  return rows.map(({ day }) => day);
}

/** Sessions among these in which a person is expected, and in which they are excused. */
export async function seatsHeld(tx: Tx, patientId: string, sessionIds: readonly string[]): Promise<{ expected: readonly string[]; excused: readonly string[] }> {
  const { rows } = await sql<{ sessionId: string; attendance: string }>`select session_id, attendance from groups.seat_time
    where patient_id = ${patientId} and session_id = any (${sessionIds}::uuid[])`.execute(tx.db);
  const those = (wanted: string) => rows.filter(({ attendance }) => attendance === wanted).map(({ sessionId }) => sessionId);
  return { expected: those('expected'), excused: those('absent') };
}
