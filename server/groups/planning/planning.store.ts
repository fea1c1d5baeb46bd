import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** A session that is planned. */
export interface PlannedSession {
  readonly groupId: string;
  readonly programId: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

/** Keeps others from changing these groups, their rosters and the seats of their sessions until the transaction ends; in one order, so that nobody waits in a ring. */
export async function lockGroups(tx: Tx, groupIds: readonly string[]): Promise<void> {
  await sql`select id from groups.therapy_group where id = any (${groupIds}::uuid[]) order by id for update`.execute(tx.db);
}

/** Opens sessions ahead, in person, those that are not open yet. */
export async function insertSessions(tx: Tx, sessions: readonly PlannedSession[]): Promise<void> {
  const rows = sessions.map(({ groupId, programId, startsAt, endsAt }) => ({
    group_id: groupId,
    program_id: programId,
    starts_at: startsAt.toString(),
    ends_at: endsAt.toString(),
  }));
  await sql`insert into groups.session (group_id, program_id, starts_at, ends_at, modality) select group_id, program_id, starts_at, ends_at, 'in-person'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (group_id uuid, program_id uuid, starts_at timestamptz, ends_at timestamptz) on conflict do nothing`.execute(
    tx.db,
  );
}

/** Sessions of these groups that begin from a moment on, before another. */
export async function sessionsFrom(
  tx: Tx,
  groupIds: readonly string[],
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<readonly { id: string; groupId: string; startsAt: Temporal.Instant }[]> {
  const { rows } = await sql<{ id: string; groupId: string; startsAt: Temporal.Instant }>`select id, group_id, starts_at from groups.session
    where group_id = any (${groupIds}::uuid[]) and starts_at >= ${from} and starts_at < ${until}`.execute(tx.db);
  return rows;
}

/** Gives sessions that are not signed another end. */
export async function updateEnds(tx: Tx, sessions: readonly { readonly sessionId: string; readonly endsAt: Temporal.Instant }[]): Promise<void> {
  const rows = sessions.map(({ sessionId, endsAt }) => ({ id: sessionId, ends_at: endsAt.toString() }));
  await sql`update groups.session s set ends_at = r.ends_at, version = s.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id uuid, ends_at timestamptz) where s.id = r.id and s.signed_at is null`.execute(tx.db);
}

/** Gives a person a seat in each of these sessions, expected or excused from the beginning. Seats that stand are left as they are. */
export async function insertSeats(tx: Tx, patientId: string, sessionIds: readonly string[], as: 'expected' | 'excused'): Promise<void> {
  await sql`insert into groups.seat (session_id, patient_id, program_id, attendance, absence)
    select s.id, ${patientId}::uuid, s.program_id, ${as === 'expected' ? 'expected' : 'absent'}, ${as === 'expected' ? null : 'excused'}::text
    from groups.session s where s.id = any (${sessionIds}::uuid[]) and s.signed_at is null on conflict do nothing`.execute(tx.db);
}

/** Takes away a person's seats in these sessions in which nothing was marked or written. Answers the sessions in which the person was expected. */
export async function deleteSeats(tx: Tx, patientId: string, sessionIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{
    sessionId: string;
    attendance: string;
  }>`delete from groups.seat where patient_id = ${patientId} and session_id = any (${sessionIds}::uuid[])
      and note_id is null and draft_id is null and line = '' and risk_note = '' and (attendance = 'expected' or absence = 'excused') returning session_id, attendance`.execute(
    tx.db,
  );
  return rows.filter(({ attendance }) => attendance === 'expected').map(({ sessionId }) => sessionId);
}

/** Puts a person on the rosters of these groups from a day on, where they are not on them. */
export async function joinRosters(tx: Tx, patientId: string, groupIds: readonly string[], from: Temporal.PlainDate): Promise<void> {
  await sql`insert into groups.member (group_id, patient_id, program_id, joined_on) select g.id, ${patientId}::uuid, g.program_id, ${from}::date
    from groups.therapy_group g where g.id = any (${groupIds}::uuid[]) on conflict do nothing`.execute(tx.db);
}

/** Gives a person's places on these rosters their last day. */
export async function leaveRosters(tx: Tx, patientId: string, groupIds: readonly string[], lastDay: Temporal.PlainDate): Promise<void> {
  await sql`update groups.member set left_on = greatest(joined_on, ${lastDay}::date) where patient_id = ${patientId} and group_id = any (${groupIds}::uuid[]) and left_on is null`.execute(
    tx.db,
  );
}
