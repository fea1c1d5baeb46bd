import { recordsOf } from '#server/patients/index.ts';
import { action, type Tx } from '#server/platform/index.ts';
import { cadenceContent } from '../cadences/cadence-content.ts';
import { dueInstruments } from '../cadences/due.rules.ts';
import { staysOf } from '../cadences/stays.store.ts';
import { lastDays } from '../cadences/worklist.rules.ts';
import { newestInstruments, versionsById } from '../instruments/instruments.store.ts';
import { administrationsOf, findingsOf, revisionOf, stayEvents } from './administrations.store.ts';
import type { Administration } from './administration.ts';
import { grouped, seriesOf } from './series.rules.ts';

/** What the stays of this person ask for, with the words to show it by. */
async function dueOf(tx: Tx, recordIds: readonly string[], all: readonly Administration[]) {
  const stays = await staysOf(tx, recordIds);
  const timeZone = stays[0]?.timeZone ?? 'UTC';
  const due = dueInstruments(stays, cadenceContent.byKindOfProgram, lastDays(all.toReversed(), timeZone), tx.now.toZonedDateTimeISO(timeZone).toPlainDate());
  const known = new Map((await newestInstruments(tx)).map(({ definition }) => [definition.code, definition]));
  return due.flatMap((each) => {
    const instrument = known.get(each.instrumentCode);
    return instrument ? [{ ...each, abbreviation: instrument.abbreviation, bySelf: instrument.administration.bySelf }] : [];
  });
}

/** Whether anything happened since one last looked. It tells nothing of the person, so a screen may ask every second without filling the audit. */
export const showRevision = action(
  'assessment.revision',
  async (tx, { patientId }: { patientId: string }) => ({ revision: await revisionOf(tx, (await recordsOf(tx, patientId)).recordIds) }),
  { audit: 'touched' },
);

/** All that was asked of a patient, and how the scores went, beside what happened meanwhile. */
export const showHistory = action('assessment.history', async (tx, { patientId }: { patientId: string }) => {
  const { personId, recordIds } = await recordsOf(tx, patientId);
  tx.touch({ kind: 'assessment', patientId: personId });
  const all = await administrationsOf(tx, recordIds);
  const versions = await versionsById(
    tx,
    all.map(({ versionId }) => versionId),
  );
  const findings = await findingsOf(
    tx,
    all.map(({ id }) => id),
  );
  const items = all.map(({ id, versionId, instrumentCode, state, mode, answeredBy, startedAt, completedAt, score, says, result }) => ({
    id,
    instrumentCode,
    abbreviation: versions.get(versionId)?.abbreviation ?? instrumentCode,
    state,
    mode,
    answeredBy,
    startedAt,
    completedAt,
    score: score === null ? null : Number(score),
    max: result?.max ?? null,
    says,
    findings: findings.filter(({ administrationId }) => administrationId === id),
  }));
  const series = grouped(all.filter(({ state }) => state === 'completed')).flatMap((group) => {
    const instrument = versions.get(group[0]?.versionId ?? '');
    return instrument ? [seriesOf(instrument, group, cadenceContent.offTrack)] : [];
  });
  return { items, series, due: await dueOf(tx, recordIds, all), events: await stayEvents(tx, recordIds) };
});
