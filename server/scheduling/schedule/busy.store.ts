import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { TimeSpan } from '../appointments/appointment.ts';

/** Whose time is asked for: a clinician, a room, or both. */
export interface Holder {
  readonly clinicianId: string | null;
  readonly roomId: string | null;
}

/** Somebody's taken time. The last two are known only when the actor may see what takes it. */
export interface Taken extends TimeSpan {
  readonly isRoom: boolean;
  readonly patientName: string | null;
  readonly blockedFor: string | null;
}

/**
 * Waits until nobody else is booking the same clinician or room, and keeps others waiting until this transaction ends.
 * With it the look at what is taken stays true; without it the constraints would still refuse, but could not say who holds the time.
 */
export async function lockTime(tx: Tx, holders: readonly Holder[]): Promise<void> {
  const keys = [...new Set(holders.flatMap(({ clinicianId, roomId }) => [clinicianId, roomId]).filter((key) => key !== null))].toSorted();
  // One statement a key: locks taken in one order by all cannot wait for each other in a ring.
  for (const key of keys) await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 7))`.execute(tx.db);
}

/** What is not in the way: the appointment or block that moves, and the other seats of its session. */
export interface Own {
  readonly except: string | null;
  readonly sessionId?: string | null | undefined;
}

/** What takes the clinician's or the room's time within the span, leaving out what is one's own. */
export async function takenTimes(tx: Tx, { clinicianId, roomId }: Holder, { startsAt, endsAt }: TimeSpan, { except, sessionId = null }: Own): Promise<readonly Taken[]> {
  const { rows } = await sql<Taken>`
    select busy.starts_at, busy.ends_at, busy.clinician_id is distinct from ${clinicianId}::uuid as is_room,
      held.patient_name, blocked.reason as blocked_for
    from scheduling.busy_slot busy
      left join lateral (
        select a.id, p.display_name as patient_name from scheduling.appointment a left join patients.patient_name p on p.id = a.patient_id
        where a.clinician_id = busy.clinician_id and a.starts_at = busy.starts_at and a.ends_at = busy.ends_at and a.status not in ('cancelled', 'no-show')
        limit 1) held on true
      left join scheduling.blocked_time blocked on blocked.starts_at = busy.starts_at and blocked.ends_at = busy.ends_at
        and blocked.clinician_id is not distinct from busy.clinician_id and blocked.room_id is not distinct from busy.room_id
    where (busy.clinician_id = ${clinicianId}::uuid or busy.room_id = ${roomId}::uuid)
      and tstzrange(busy.starts_at, busy.ends_at) && tstzrange(${startsAt}, ${endsAt})
      and (${sessionId}::uuid is null or busy.session_id <> ${sessionId}::uuid)
      and (${except}::uuid is null or (held.id is distinct from ${except}::uuid and blocked.id is distinct from ${except}::uuid))
    order by busy.starts_at`.execute(tx.db);
  return rows;
}

/** Taken time of the clinician and the room from a moment on, for finding what is free. */
export async function busyFrom(tx: Tx, { clinicianId, roomId }: Holder, from: Temporal.Instant, until: Temporal.Instant): Promise<readonly TimeSpan[]> {
  const { rows } = await sql<TimeSpan>`
    select starts_at, ends_at from scheduling.busy_slot
    where (clinician_id = ${clinicianId}::uuid or room_id = ${roomId}::uuid)
      and tstzrange(starts_at, ends_at) && tstzrange(${from}, ${until})`.execute(tx.db);
  return rows;
}
