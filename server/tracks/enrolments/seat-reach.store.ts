import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** Whether this person enrols as the desk does: without reading or writing charts. */
export const isDesk = (tx: Tx): boolean => !tx.actor.permissions.has('chart.write');

/**
 * Lets the desk see tracks and give seats in them for the rest of the transaction, in its own programs. Seats stand beside what is written of a session, so the desk has no
 * standing reach of them; what leaves here is what the reply of a track carries: names, hours, seats.
 */
export async function reachSeats(tx: Tx): Promise<void> {
  if (!isDesk(tx)) return;
  await sql`select set_config('mooring.permissions', current_setting('mooring.permissions') || ',chart.read,chart.write', true)`.execute(tx.db);
}
