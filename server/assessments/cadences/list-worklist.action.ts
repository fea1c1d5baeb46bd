import { action, type Tx } from '#server/platform/index.ts';
import { newestInstruments, versionsById } from '../instruments/instruments.store.ts';
import { cadenceContent } from './cadence-content.ts';
import { dueInstruments } from './due.rules.ts';
import { completedBy, staysOfClinician } from './stays.store.ts';
import { lastDays, offTrackLines } from './worklist.rules.ts';

/** Who of the actor's own patients is off track, and of whom something is to be asked now. */
export async function worklistOf(tx: Tx) {
  const stays = tx.actor.id === null ? [] : await staysOfClinician(tx, tx.actor.id);
  const patientIds = [...new Set(stays.map(({ patientId }) => patientId))];
  if (patientIds.length === 0) return [];
  const completed = Map.groupBy(await completedBy(tx, patientIds), ({ patientId }) => patientId);
  const versions = await versionsById(
    tx,
    [...completed.values()].flat().map(({ versionId }) => versionId),
  );
  const names = new Map((await newestInstruments(tx)).map(({ definition }) => [definition.code, definition.abbreviation]));
  const items = patientIds.map((patientId) => {
    const own = stays.filter((stay) => stay.patientId === patientId);
    const done = completed.get(patientId) ?? [];
    const timeZone = own[0]?.timeZone ?? 'UTC';
    const due = dueInstruments(own, cadenceContent.byKindOfProgram, lastDays(done, timeZone), tx.now.toZonedDateTimeISO(timeZone).toPlainDate());
    return {
      patientId,
      patientName: own[0]?.patientName ?? '',
      programName: own.map(({ programName }) => programName).join(', '),
      offTrack: offTrackLines(done, versions, cadenceContent.offTrack),
      due: due
        .filter(({ state }) => state !== 'later')
        .map(({ instrumentCode, dueOn, state }) => ({ instrumentCode, dueOn, state, abbreviation: names.get(instrumentCode) ?? instrumentCode })),
    };
  });
  return items.filter(({ offTrack, due }) => offTrack.length > 0 || due.length > 0);
}

/** The same as a list to work from. */
export const listWorklist = action('assessment.list-worklist', async (tx) => {
  const items = await worklistOf(tx);
  tx.touch({ kind: 'assessment', patientId: items.map(({ patientId }) => patientId) });
  return { items };
});
