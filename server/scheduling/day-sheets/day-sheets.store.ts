import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { Seat } from './day-sheet.ts';

/** Appointments of a day that take place, of a clinician, a program or a site, where their site is. */
export async function seatsOfDay(
  tx: Tx,
  { day, clinicianId, programId, siteId }: { day: string; clinicianId?: string | undefined; programId?: string | undefined; siteId?: string | undefined },
): Promise<readonly Seat[]> {
  const whose = clinicianId
    ? sql`a.clinician_id = ${clinicianId}::uuid`
    : programId
      ? sql`a.program_id = ${programId}::uuid`
      : siteId
        ? sql`a.site_id = ${siteId}::uuid`
        : sql`a.clinician_id = ${tx.actor.id}::uuid`;
  const { rows } = await sql<Seat>`select a.patient_id, coalesce(p.display_name, '') as display_name, coalesce(p.family_name, '') as family_name, a.clinician_id,
      coalesce(s.display_name, '') as clinician_name, room.name as room, a.starts_at, a.ends_at, a.modality
    from scheduling.appointment a join identity.site_name site on site.id = a.site_id left join scheduling.room room on room.id = a.room_id
      left join patients.patient_name p on p.id = a.patient_id left join identity.staff_name s on s.id = a.clinician_id
    where a.starts_at between ${day}::date - interval '2 days' and ${day}::date + interval '3 days' and (a.starts_at at time zone site.time_zone)::date = ${day}::date
      and a.status not in ('cancelled', 'no-show') and ${whose} order by a.starts_at, display_name limit 2000`.execute(tx.db);
  return rows;
}
