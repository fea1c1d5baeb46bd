import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { TimeSpan } from '../appointments/appointment.ts';
import type { Spans } from './spans.rules.ts';

/** Where somebody or something is taken: `who` is a clinician or a room. */
interface TakenBy {
  readonly who: string;
  readonly begins: readonly number[];
  readonly ends: readonly number[];
}

const zipped = ({ begins, ends }: Pick<TakenBy, 'begins' | 'ends'>): Spans => begins.map((from, index) => [from, ends[index] ?? from] as const);

/**
 * Taken time of all those clinicians and rooms, in whole minutes, ordered and with what touches made one: thousands of appointments leave the database as a
 * few arrays.
 */
export async function takenBy(tx: Tx, clinicianIds: readonly string[], roomIds: readonly string[], { startsAt, endsAt }: TimeSpan): Promise<ReadonlyMap<string, Spans>> {
  const within = sql`starts_at > ${startsAt}::timestamptz - interval '1 day' and starts_at < ${endsAt}`;
  const { rows } = await sql<TakenBy>`
    select who, json_agg(floor(extract(epoch from lower(stretch)) / 60)::integer) as begins, json_agg(ceil(extract(epoch from upper(stretch)) / 60)::integer) as ends
    from (
      select clinician_id as who, range_agg(tstzrange(starts_at, ends_at)) as taken from scheduling.busy_slot
        where clinician_id = any (${clinicianIds}::uuid[]) and ${within} group by 1
      union all
      select room_id, range_agg(tstzrange(starts_at, ends_at)) from scheduling.busy_slot
        where room_id = any (${roomIds}::uuid[]) and ${within} group by 1) holder, unnest(holder.taken) as stretch
    group by who`.execute(tx.db);
  return new Map(rows.map((row) => [row.who, zipped(row)]));
}

/** When the patient is expected anywhere, merged records included, as far as this actor may see. */
export async function patientTaken(tx: Tx, patientId: string, { startsAt, endsAt }: TimeSpan): Promise<{ taken: Spans; lastClinicianId: string | null }> {
  const { rows } = await sql<{ begins: number[] | null; ends: number[] | null; lastClinicianId: string | null }>`
    with own as (select starts_at, ends_at, clinician_id, status from scheduling.appointment
      where patient_id = any (array(select record.patient_id from patients.person_record record where record.person_id = ${patientId})))
    select json_agg(floor(extract(epoch from starts_at) / 60)::integer order by starts_at) filter (where is_within) as begins,
      json_agg(ceil(extract(epoch from ends_at) / 60)::integer order by starts_at) filter (where is_within) as ends,
      (select clinician_id from own where status = 'completed' order by starts_at desc limit 1) as last_clinician_id
    from (select *, starts_at < ${endsAt} and ends_at > ${startsAt} and status not in ('cancelled', 'no-show') as is_within from own) told`.execute(tx.db);
  const [row] = rows;
  return { taken: zipped({ begins: row?.begins ?? [], ends: row?.ends ?? [] }), lastClinicianId: row?.lastClinicianId ?? null };
}
