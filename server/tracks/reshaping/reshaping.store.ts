import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** Gives a track another name. */
export async function updateName(tx: Tx, trackId: string, name: string): Promise<void> {
  await sql`update tracks.track set name = ${name} where id = ${trackId}`.execute(tx.db);
}

/** Gives a group of the week another length. */
export async function updateMinutes(tx: Tx, slotId: string, minutes: number): Promise<void> {
  await sql`update tracks.slot set minutes = ${minutes} where id = ${slotId}`.execute(tx.db);
}

/** Gives meetings another end. */
export async function updateMeetingEnds(tx: Tx, meetings: readonly { readonly sessionId: string; readonly endsAt: Temporal.Instant }[]): Promise<void> {
  const rows = meetings.map(({ sessionId, endsAt }) => ({ session_id: sessionId, ends_at: endsAt.toString() }));
  await sql`update tracks.meeting m set ends_at = r.ends_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (session_id uuid, ends_at timestamptz) where m.session_id = r.session_id`.execute(tx.db);
}

/** Who is expected in which of these sessions, by name. */
export async function expectedIn(tx: Tx, sessionIds: readonly string[]): Promise<readonly { sessionId: string; patientId: string; name: string }[]> {
  const { rows } = await sql<{ sessionId: string; patientId: string; name: string }>`select seat.session_id, seat.patient_id, coalesce(p.display_name, 'Somebody') as name
    from groups.seat_time seat left join patients.patient_name p on p.id = seat.patient_id
    where seat.session_id = any (${sessionIds}::uuid[]) and seat.attendance = 'expected' order by name`.execute(tx.db);
  return rows;
}
