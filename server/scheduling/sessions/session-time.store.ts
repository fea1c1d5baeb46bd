import { sql } from 'kysely';
import { newId, type Tx } from '#server/platform/index.ts';
import type { Appointment } from '../appointments/appointment.ts';
import type { Taken } from '../schedule/busy.store.ts';
import type { SessionTime } from './session-time.ts';

const wanted = (sessions: readonly SessionTime[]) =>
  JSON.stringify(
    sessions.map(({ sessionId, clinicianId, roomId, startsAt, endsAt }) => ({
      session_id: sessionId,
      clinician_id: clinicianId,
      room_id: roomId,
      starts_at: startsAt.toString(),
      ends_at: endsAt.toString(),
    })),
  );

const asWanted = (sessions: readonly SessionTime[]) =>
  sql`jsonb_to_recordset(${wanted(sessions)}::jsonb) as wanted (session_id uuid, clinician_id uuid, room_id uuid, starts_at timestamptz, ends_at timestamptz)`;

/** What takes the time of the leader or the room of any of these sessions, in one question; the sessions' own seats are not in their way. */
export async function takenFromSessions(tx: Tx, sessions: readonly SessionTime[]): Promise<readonly (Taken & { readonly sessionId: string })[]> {
  const { rows } = await sql<Taken & { sessionId: string }>`
    select wanted.session_id, busy.starts_at, busy.ends_at, busy.clinician_id is distinct from wanted.clinician_id as is_room, held.patient_name, blocked.reason as blocked_for
    from ${asWanted(sessions)}
      join scheduling.busy_slot busy on (busy.clinician_id = wanted.clinician_id or busy.room_id = wanted.room_id) and busy.session_id <> wanted.session_id
        and tstzrange(busy.starts_at, busy.ends_at) && tstzrange(wanted.starts_at, wanted.ends_at)
      left join lateral (
        select p.display_name as patient_name from scheduling.appointment a left join patients.patient_name p on p.id = a.patient_id
        where a.clinician_id = busy.clinician_id and a.starts_at = busy.starts_at and a.ends_at = busy.ends_at and a.status not in ('cancelled', 'no-show')
        limit 1) held on true
      left join scheduling.blocked_time blocked on blocked.starts_at = busy.starts_at and blocked.ends_at = busy.ends_at
        and blocked.clinician_id is not distinct from busy.clinician_id and blocked.room_id is not distinct from busy.room_id
    order by wanted.starts_at, busy.starts_at`.execute(tx.db);
  return rows;
}

/** Where a person is expected elsewhere while any of these sessions lasts, as far as this actor may see. */
export async function elsewhereDuring(
  tx: Tx,
  patientId: string,
  sessions: readonly SessionTime[],
): Promise<readonly { sessionId: string; startsAt: Temporal.Instant; clinicianName: string }[]> {
  const { rows } = await sql<{ sessionId: string; startsAt: Temporal.Instant; clinicianName: string }>`
    select wanted.session_id, a.starts_at, coalesce(s.display_name, '') as clinician_name from ${asWanted(sessions)}
      join scheduling.appointment a on a.patient_id = ${patientId} and a.status not in ('cancelled', 'no-show') and a.session_id is distinct from wanted.session_id
        and a.starts_at < wanted.ends_at and a.ends_at > wanted.starts_at
      left join identity.staff_name s on s.id = a.clinician_id
    order by wanted.starts_at`.execute(tx.db);
  return rows;
}

/** Holds the time of these sessions. Throws on overlap: the database's own refusal. Held twice it is held once. */
export async function insertHolds(tx: Tx, sessions: readonly SessionTime[]): Promise<void> {
  const rows = sessions.map(({ siteId, title, ...one }) => ({ id: newId<'BlockedTime'>(), site_id: siteId, reason: title, one }));
  const values = rows.map(({ one, ...row }) => ({
    ...row,
    session_id: one.sessionId,
    clinician_id: one.clinicianId,
    room_id: one.roomId,
    starts_at: one.startsAt.toString(),
    ends_at: one.endsAt.toString(),
  }));
  await sql`insert into scheduling.blocked_time (id, site_id, session_id, clinician_id, room_id, starts_at, ends_at, reason, made_by)
    select id, site_id, session_id, clinician_id, room_id, starts_at, ends_at, reason, ${tx.actor.id}::uuid
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) r (id uuid, site_id uuid, session_id uuid, clinician_id uuid, room_id uuid, starts_at timestamptz, ends_at timestamptz, reason text)
    on conflict (session_id) where session_id is not null do nothing`.execute(tx.db);
}

/** Gives the held time of sessions another end and title. Throws on overlap: the database's own refusal. */
export async function updateHolds(tx: Tx, sessions: readonly Pick<SessionTime, 'sessionId' | 'endsAt' | 'title'>[]): Promise<void> {
  const rows = sessions.map(({ sessionId, endsAt, title }) => ({ session_id: sessionId, ends_at: endsAt.toString(), reason: title }));
  await sql`update scheduling.blocked_time held set ends_at = r.ends_at, reason = r.reason, version = held.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (session_id uuid, ends_at timestamptz, reason text) where held.session_id = r.session_id`.execute(tx.db);
}

/** Appointments of a person in these sessions that begin later than a moment, locked until the transaction ends. */
export async function lockSeatsOf(tx: Tx, patientId: string, sessionIds: readonly string[], after: Temporal.Instant): Promise<readonly Appointment[]> {
  const { rows } =
    await sql<Appointment>`select id, patient_id, program_id, site_id, clinician_id, room_id, session_id, type_code, starts_at, ends_at, modality, status, cancel_reason,
      arrived_at, started_at, ended_at, note, version
    from scheduling.appointment where patient_id = ${patientId} and session_id = any (${sessionIds}::uuid[]) and starts_at > ${after} order by starts_at for update`.execute(
      tx.db,
    );
  return rows;
}

/** Every seat of one session that is still to be settled, locked until the transaction ends. */
export async function lockSeatsIn(tx: Tx, sessionId: string): Promise<readonly Appointment[]> {
  const { rows } =
    await sql<Appointment>`select id, patient_id, program_id, site_id, clinician_id, room_id, session_id, type_code, starts_at, ends_at, modality, status, cancel_reason,
      arrived_at, started_at, ended_at, note, version
    from scheduling.appointment where session_id = ${sessionId} and status in ('booked', 'confirmed', 'arrived', 'in-session') order by id for update`.execute(tx.db);
  return rows;
}

/** Writes the appointments of one person in sessions. Throws on overlap: the database's own refusal. */
export async function insertSeats(tx: Tx, appointments: readonly Appointment[]): Promise<void> {
  const rows = appointments.map((one) => ({
    id: one.id,
    patient_id: one.patientId,
    program_id: one.programId,
    site_id: one.siteId,
    clinician_id: one.clinicianId,
    room_id: one.roomId,
    session_id: one.sessionId,
    type_code: one.typeCode,
    starts_at: one.startsAt.toString(),
    ends_at: one.endsAt.toString(),
    modality: one.modality,
  }));
  await sql`insert into scheduling.appointment (id, patient_id, program_id, site_id, clinician_id, room_id, session_id, type_code, starts_at, ends_at, modality, booked_at, booked_by)
    select id, patient_id, program_id, site_id, clinician_id, room_id, session_id, type_code, starts_at, ends_at, modality, ${tx.now}::timestamptz, ${tx.actor.id}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id uuid, patient_id uuid, program_id uuid, site_id uuid, clinician_id uuid, room_id uuid, session_id uuid, type_code text,
      starts_at timestamptz, ends_at timestamptz, modality text)`.execute(tx.db);
}

/** Other sessions of the same day program that follow a person's session within the day: whoever comes to the first has come to all. */
export async function sessionsAfter(tx: Tx, appointmentId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select other.id from scheduling.appointment own join scheduling.appointment other
      on other.patient_id = own.patient_id and other.program_id = own.program_id and other.session_id is not null and other.id <> own.id
    where own.id = ${appointmentId} and own.session_id is not null and other.status in ('booked', 'confirmed') and other.starts_at > own.starts_at
      and other.starts_at < own.starts_at + interval '10 hours' order by other.starts_at`.execute(tx.db);
  return rows.map(({ id }) => id);
}
