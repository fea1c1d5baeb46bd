import type { Kysely } from 'kysely';
import type { ChartingTables } from './charting-tables.ts';
import { loadCodes } from './diagnoses/load-codes.action.ts';
import { loadTemplates } from './templates/load-templates.action.ts';

/** Loads ICD-10-CM codes and note templates from `content/` when the database holds other versions; run at each start. */
export async function loadContent(db: Kysely<Record<never, never>>): Promise<void> {
  const charting = db as unknown as Kysely<ChartingTables>;
  await loadCodes(charting);
  await loadTemplates(charting);
}
