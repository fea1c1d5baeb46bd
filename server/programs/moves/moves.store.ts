import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** The time zone of the site where a program is. */
export async function timeZoneOfProgram(tx: Tx, programId: string): Promise<string> {
  const { rows } = await sql<{ timeZone: string }>`select site.time_zone from programs.program join identity.site_name site on site.id = program.site_id
    where program.id = ${programId}`.execute(tx.db);
  return rows[0]?.timeZone ?? 'UTC';
}
