import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** The time zone of the site where a unit is. */
export async function siteTimeZone(tx: Tx, unitId: string): Promise<string> {
  const { rows } = await sql<{ timeZone: string }>`select site.time_zone from residence.unit u join identity.site_name site on site.id = u.site_id
    where u.id = ${unitId}`.execute(tx.db);
  return rows[0]?.timeZone ?? 'UTC';
}
