import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** Whether this person enrols as the desk does: without reading or writing charts. */
export const isDesk = (tx: Tx): boolean => !tx.actor.permissions.has('chart.write');

/**
 * Lets the desk look at tracks, or book seats in them, for the rest of the transaction, in its own programs. Seats stand beside what is written of a session, so the desk has no
 * standing reach of them; what leaves here is what the reply of a track carries: names, hours, seats.
 */
export async function reachSeats(tx: Tx, to: 'look' | 'book'): Promise<void> {
  if (!isDesk(tx)) return;
  const reach = to === 'book' ? ',chart.read,chart.write' : ',chart.read';
  await sql`select set_config('mooring.permissions', current_setting('mooring.permissions') || ${reach}, true)`.execute(tx.db);
}
