import type { Kysely } from 'kysely';
import * as charting from '#server/charting/index.ts';
import * as scheduling from '#server/scheduling/index.ts';

/** Brings what is shipped as data (kinds of appointment, templates, codes) into the database; does nothing when it is there already. */
export async function loadContent(db: Kysely<Record<never, never>>): Promise<void> {
  await scheduling.loadContent(db);
  await charting.loadContent(db);
}
