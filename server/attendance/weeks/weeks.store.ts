import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** Somebody who is admitted to a program. */
export interface Member {
  readonly patientId: string;
  readonly name: string;
}

/** Who is admitted to a program, by name. */
export async function membersOf(tx: Tx, programId: string): Promise<readonly Member[]> {
  const { rows } = await sql<Member>`select e.patient_id, p.display_name as name from programs.open_episode e join patients.patient_name p on p.id = e.patient_id
    where e.program_id = ${programId} and e.state = 'admitted' order by p.display_name, e.patient_id`.execute(tx.db);
  return rows;
}

/** A seat with its times. */
export interface SeatTime {
  readonly patientId: string;
  readonly sessionId: string;
  readonly attendance: 'expected' | 'present' | 'absent';
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

/** Seats of a program between two moments. */
export async function seatTimes(tx: Tx, programId: string, from: Temporal.Instant, to: Temporal.Instant): Promise<readonly SeatTime[]> {
  const { rows } = await sql<SeatTime>`select patient_id, session_id, attendance, starts_at, ends_at from groups.seat_time
    where program_id = ${programId} and starts_at >= ${from} and starts_at < ${to} order by starts_at`.execute(tx.db);
  return rows;
}

/** A session to come with its free seats. */
export interface SessionPlace {
  readonly sessionId: string;
  readonly groupName: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly seatsFree: number;
}

/** Sessions of a program to come between two moments, with what is free in them. */
export async function sessionPlaces(tx: Tx, programId: string, from: Temporal.Instant, to: Temporal.Instant): Promise<readonly SessionPlace[]> {
  const { rows } =
    await sql<SessionPlace>`select session_id, group_name, starts_at, ends_at, greatest(capacity - taken, 0)::integer as seats_free from groups.session_place
    where program_id = ${programId} and signed_at is null and starts_at >= ${from} and starts_at < ${to} order by starts_at`.execute(tx.db);
  return rows;
}

/** The time zone of the site where a program is. */
export async function zoneOf(tx: Tx, programId: string): Promise<string> {
  const { rows } = await sql<{ timeZone: string }>`select site.time_zone from programs.program_name program join identity.site_name site on site.id = program.site_id
    where program.id = ${programId}`.execute(tx.db);
  return rows[0]?.timeZone ?? 'UTC';
}
