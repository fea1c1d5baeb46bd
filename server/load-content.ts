import type { Kysely } from 'kysely';
import * as assessments from '#server/assessments/index.ts';
import * as charting from '#server/charting/index.ts';
import { loadRoles } from '#server/identity/index.ts';
import * as scheduling from '#server/scheduling/index.ts';

/** Brings what is shipped as data (roles, kinds of appointment, templates, codes, instruments) into the database; does nothing when it is there already. */
export async function loadContent(db: Kysely<Record<never, never>>): Promise<void> {
  await loadRoles(db);
  await scheduling.loadContent(db);
  await charting.loadContent(db);
  await assessments.loadContent(db);
}
