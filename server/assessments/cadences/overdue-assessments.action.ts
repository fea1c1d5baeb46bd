import type { Tx } from '#server/platform/index.ts';
import { newestInstruments } from '../instruments/instruments.store.ts';
import { cadenceContent } from './cadence-content.ts';
import { dueInstruments } from './due.rules.ts';
import { allStays, completedBy, staysOfClinician } from './stays.store.ts';
import { lastDays } from './worklist.rules.ts';

/** What should have been asked by now; of the patients of one primary clinician, or of everybody in the programs of the reader. */
export async function overdueAssessments(tx: Tx, clinicianId: string | null) {
  const stays = clinicianId === null ? await allStays(tx) : await staysOfClinician(tx, clinicianId);
  const byPatient = Map.groupBy(stays, ({ patientId }) => patientId);
  if (byPatient.size === 0) return [];
  const completed = Map.groupBy(await completedBy(tx, [...byPatient.keys()]), ({ patientId }) => patientId);
  const names = new Map((await newestInstruments(tx)).map(({ definition }) => [definition.code, definition.abbreviation]));
  return [...byPatient].flatMap(([patientId, own]) => {
    const timeZone = own[0]?.timeZone ?? 'UTC';
    const today = tx.now.toZonedDateTimeISO(timeZone).toPlainDate();
    const due = dueInstruments(own, cadenceContent.byKindOfProgram, lastDays(completed.get(patientId) ?? [], timeZone), today);
    return due
      .filter(({ state }) => state === 'overdue')
      .flatMap(({ instrumentCode, programId, dueOn }) => {
        const stay = own.find((each) => each.programId === programId);
        return stay ? [{ ...stay, instrumentCode, abbreviation: names.get(instrumentCode) ?? instrumentCode, dueOn }] : [];
      });
  });
}
