import type { Kysely } from 'kysely';
import type { AssessmentsTables } from './assessments-tables.ts';
import { loadInstruments } from './instruments/load-instruments.action.ts';

/** Loads the instruments of `content/assessments` that the database does not have; run at each start. */
export async function loadContent(db: Kysely<Record<never, never>>): Promise<void> {
  await loadInstruments(db as unknown as Kysely<AssessmentsTables>);
}
