import { sql } from 'kysely';
import type { Id, Tx } from '#server/platform/index.ts';

/** Where and with whom an appointment could be, as far as this actor may see each. Null for what is not there. */
export interface Places {
  readonly patientName: string | null;
  readonly siteId: Id<'Site'> | null;
  readonly timeZone: string | null;
  readonly clinicianName: string | null;
  readonly roomSiteId: string | null;
}

/** Asks for patient, program, site, clinician and room in one query. The site is the program's own unless named. */
export async function placesFor(
  tx: Tx,
  wanted: { patientId?: string | undefined; programId: string; siteId?: string | undefined; clinicianId: string; roomId?: string | null | undefined },
): Promise<Places> {
  const { rows } = await sql<Places>`
    select (select display_name from patients.patient_name where id = ${wanted.patientId ?? null}::uuid) as patient_name,
      site.id as site_id, site.time_zone,
      (select display_name from identity.staff_name where id = ${wanted.clinicianId}) as clinician_name,
      (select site_id from scheduling.room where id = ${wanted.roomId ?? null}::uuid and active) as room_site_id
    from (values (1)) one
      left join programs.program_name program on program.id = ${wanted.programId} and program.active
      left join identity.site_name site on site.id = coalesce(${wanted.siteId ?? null}::uuid, program.site_id)`.execute(tx.db);
  return rows[0] ?? { patientName: null, siteId: null, timeZone: null, clinicianName: null, roomSiteId: null };
}
