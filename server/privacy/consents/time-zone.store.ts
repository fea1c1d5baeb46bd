import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import { lockConsent, type Consent } from './consents.store.ts';

/** The time zone in which days end for the organisation. */
export async function timeZoneOf(tx: Tx): Promise<string> {
  const { rows } = await sql<{ timeZone: string }>`select time_zone from identity.site_name order by name limit 1`.execute(tx.db);
  return rows[0]?.timeZone ?? 'UTC';
}

/** One consent to read. Throws NotFound. */
export function oneConsent(tx: Tx, consentId: string): Promise<Consent> {
  return lockConsent(tx, consentId, 'nothing');
}
