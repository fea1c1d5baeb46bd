import { recordsOf } from '#server/patients/index.ts';
import { action } from '#server/platform/index.ts';
import { cadenceContent } from '../cadences/cadence-content.ts';
import { versionsById } from '../instruments/instruments.store.ts';
import { administrationsOf, findingsOf, stayEvents } from './administrations.store.ts';
import { grouped, seriesOf } from './series.rules.ts';

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
  return { items, series, events: await stayEvents(tx, recordIds) };
});
