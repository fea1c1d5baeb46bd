import type { Tx } from '#server/platform/index.ts';
import { newestInstruments } from '../instruments/instruments.store.ts';
import { cadenceContent } from './cadence-content.ts';
import { instrumentsOverdue } from './stays.store.ts';

const cadences = Object.entries(cadenceContent.byKindOfProgram).flatMap(([kind, lines]) => lines.map((line) => ({ kind, ...line })));

/** What should have been asked by now; of the patients of one primary clinician, or of everybody in the programs of the reader. */
export async function overdueAssessments(tx: Tx, clinicianId: string | null) {
  const names = new Map((await newestInstruments(tx)).map(({ definition }) => [definition.code, definition.abbreviation]));
  return (await instrumentsOverdue(tx, clinicianId, cadences)).map((owed) => ({ ...owed, abbreviation: names.get(owed.instrumentCode) ?? owed.instrumentCode }));
}
