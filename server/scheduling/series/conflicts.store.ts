import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { TimeSpan } from '../appointments/appointment.ts';
import type { Holder, Taken } from '../schedule/busy.store.ts';

/** A span that is asked for, by the occurrence that wants it. */
export interface WantedSpan extends TimeSpan {
  readonly occurrence: number;
}

/** What takes a wanted span. */
export interface TakenSpan extends Taken {
  readonly occurrence: number;
}

const column = (spans: readonly WantedSpan[], name: 'startsAt' | 'endsAt') => spans.map((span) => span[name].toString());

/** What takes the clinician's or the room's time in any of those spans, in one question; the appointments that move are not in their own way. */
export async function takenInSpans(tx: Tx, { clinicianId, roomId }: Holder, spans: readonly WantedSpan[], except: readonly string[]): Promise<readonly TakenSpan[]> {
  const { rows } = await sql<TakenSpan>`
    select wanted.occurrence, busy.starts_at, busy.ends_at, busy.clinician_id is distinct from ${clinicianId}::uuid as is_room, held.patient_name, blocked.reason as blocked_for
    from unnest(${spans.map(({ occurrence }) => occurrence)}::integer[], ${column(spans, 'startsAt')}::timestamptz[], ${column(spans, 'endsAt')}::timestamptz[])
        as wanted (occurrence, starts_at, ends_at)
      join scheduling.busy_slot busy on (busy.clinician_id = ${clinicianId}::uuid or busy.room_id = ${roomId}::uuid)
        and tstzrange(busy.starts_at, busy.ends_at) && tstzrange(wanted.starts_at, wanted.ends_at)
      left join lateral (
        select a.id, p.display_name as patient_name from scheduling.appointment a left join patients.patient_name p on p.id = a.patient_id
        where a.clinician_id = busy.clinician_id and a.starts_at = busy.starts_at and a.ends_at = busy.ends_at and a.status not in ('cancelled', 'no-show')
        limit 1) held on true
      left join scheduling.blocked_time blocked on blocked.starts_at = busy.starts_at and blocked.ends_at = busy.ends_at
        and blocked.clinician_id is not distinct from busy.clinician_id and blocked.room_id is not distinct from busy.room_id
    where held.id is null or held.id <> all (${except}::uuid[])
    order by wanted.occurrence, busy.starts_at`.execute(tx.db);
  return rows;
}

/** Where the same person is expected elsewhere in any of those spans, as far as this actor may see. */
export async function patientElsewhere(
  tx: Tx,
  patientId: string,
  spans: readonly WantedSpan[],
  except: readonly string[],
): Promise<readonly { occurrence: number; startsAt: Temporal.Instant; clinicianName: string }[]> {
  const { rows } = await sql<{ occurrence: number; startsAt: Temporal.Instant; clinicianName: string }>`
    select wanted.occurrence, a.starts_at, coalesce(s.display_name, '') as clinician_name
    from unnest(${spans.map(({ occurrence }) => occurrence)}::integer[], ${column(spans, 'startsAt')}::timestamptz[], ${column(spans, 'endsAt')}::timestamptz[])
        as wanted (occurrence, starts_at, ends_at)
      join scheduling.appointment a on a.patient_id = ${patientId} and a.status not in ('cancelled', 'no-show')
        and a.starts_at < wanted.ends_at and a.ends_at > wanted.starts_at and a.id <> all (${except}::uuid[])
      left join identity.staff_name s on s.id = a.clinician_id
    order by wanted.occurrence, a.starts_at`.execute(tx.db);
  return rows;
}
