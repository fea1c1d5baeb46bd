import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { Seat, Session } from './session.ts';

const session = sql`select s.id, s.group_id, g.name as group_name, g.kind, s.program_id, g.service, g.facilitator_id, coalesce(f.display_name, '') as facilitator_name,
    coalesce((select json_agg(json_build_object('id', c.id, 'name', c.display_name)) from identity.staff_name c where c.id = any (g.cofacilitator_ids)), '[]') as cofacilitators,
    s.starts_at, s.ends_at, s.modality, s.topic, s.narrative, s.version, s.signed_at
  from groups.session s join groups.therapy_group g on g.id = s.group_id left join identity.staff_name f on f.id = g.facilitator_id`;

/** One session; undefined when there is none that this actor may see. */
export async function sessionById(tx: Tx, sessionId: string): Promise<Session | undefined> {
  const { rows } = await sql<Session>`${session} where s.id = ${sessionId}`.execute(tx.db);
  return rows[0];
}

/** Keeps other savings of the session waiting until the transaction ends. */
export async function lockSession(tx: Tx, sessionId: string): Promise<void> {
  await sql`select id from groups.session where id = ${sessionId} for update`.execute(tx.db);
}

/** The session of a group that begins at that moment, opened when there is none. */
export async function sessionAt(tx: Tx, of: { id: string; programId: string }, plan: { startsAt: string; endsAt: string; modality: string }): Promise<string> {
  await sql`insert into groups.session (group_id, program_id, starts_at, ends_at, modality) values (${of.id}, ${of.programId}, ${plan.startsAt}, ${plan.endsAt}, ${plan.modality})
    on conflict do nothing`.execute(tx.db);
  const { rows } = await sql<{ id: string }>`select id from groups.session where group_id = ${of.id} and starts_at = ${plan.startsAt}::timestamptz`.execute(tx.db);
  return rows[0]?.id ?? '';
}

/** Gives each member of that day who has none a seat. */
export async function seatMembers(tx: Tx, sessionId: string, groupId: string, day: Temporal.PlainDate): Promise<void> {
  await sql`insert into groups.seat (session_id, patient_id, program_id)
    select distinct ${sessionId}::uuid, m.patient_id, m.program_id from groups.member m join groups.session s on s.id = ${sessionId}::uuid and s.signed_at is null
    where m.group_id = ${groupId} and m.joined_on <= ${day}::date and (m.left_on is null or m.left_on > ${day}::date) on conflict do nothing`.execute(tx.db);
}

/** Gives a patient of the program a seat in a session. */
export async function insertSeat(tx: Tx, of: Session, patientId: string): Promise<void> {
  await sql`insert into groups.seat (session_id, patient_id, program_id) values (${of.id}, ${patientId}, ${of.programId}) on conflict do nothing`.execute(tx.db);
}

/** Seats of a session by name, each with what was written of the member in the session before. */
export async function seatsOf(tx: Tx, of: Session): Promise<readonly Seat[]> {
  const { rows } = await sql<Seat>`
    select t.patient_id, coalesce(p.display_name, '') as name, coalesce(p.given_name, '') as given_name, coalesce(p.family_name, '') as family_name,
      t.attendance, t.arrived_at, t.left_at, t.absence, t.chips, t.risk, t.line, t.risk_note, t.note_id,
      (select before.line from groups.seat before join groups.session earlier on earlier.id = before.session_id
        where before.patient_id = t.patient_id and before.line <> '' and earlier.starts_at < ${of.startsAt} order by earlier.starts_at desc limit 1) as last_line
    from groups.seat t left join patients.patient_name p on p.id = t.patient_id where t.session_id = ${of.id} order by name, t.patient_id`.execute(tx.db);
  return rows;
}

/** Writes what all share. */
export async function writeShared(tx: Tx, of: Session): Promise<void> {
  await sql`update groups.session set starts_at = ${of.startsAt}, ends_at = ${of.endsAt}, topic = ${of.topic}, narrative = ${of.narrative}, version = version + 1
    where id = ${of.id}`.execute(tx.db);
}

/** Writes one seat as it now stands. */
export async function writeSeat(tx: Tx, sessionId: string, seat: Seat): Promise<void> {
  await sql`update groups.seat set attendance = ${seat.attendance}, arrived_at = ${seat.arrivedAt}, left_at = ${seat.leftAt}, absence = ${seat.absence},
      chips = ${seat.chips}::text[], risk = ${seat.risk}, line = ${seat.line}, risk_note = ${seat.riskNote}
    where session_id = ${sessionId} and patient_id = ${seat.patientId}`.execute(tx.db);
}

/** Points a seat at its sealed note: from here on it stands still. */
export async function sealSeat(tx: Tx, sessionId: string, seat: { patientId: string; draftId: string; noteId: string }): Promise<void> {
  await sql`update groups.seat set draft_id = ${seat.draftId}, note_id = ${seat.noteId} where session_id = ${sessionId} and patient_id = ${seat.patientId}`.execute(
    tx.db,
  );
}

/** Closes a session for good. */
export async function closeSession(tx: Tx, sessionId: string): Promise<void> {
  await sql`update groups.session set signed_at = ${tx.now}, signed_by = ${tx.actor.id}::uuid where id = ${sessionId}`.execute(tx.db);
}

/** A session in a list. */
export interface SessionLine {
  readonly id: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly signedAt: Temporal.Instant | null;
  readonly members: number;
}

/** Sessions that begin between two moments, the earliest first. */
export async function sessionsBetween(tx: Tx, from: string, to: string): Promise<readonly SessionLine[]> {
  const { rows } = await sql<SessionLine>`select s.id, s.group_id, g.name as group_name, s.starts_at, s.ends_at, s.signed_at,
      (select count(*)::integer from groups.seat t where t.session_id = s.id) as members
    from groups.session s join groups.therapy_group g on g.id = s.group_id where s.starts_at >= ${from}::timestamptz and s.starts_at < ${to}::timestamptz
    order by s.starts_at limit 500`.execute(tx.db);
  return rows;
}
