import { action, id, NotFound, type Tx } from '#server/platform/index.ts';
import { standingsOf } from './plan-series.ts';
import { recurrenceWords } from './recurrence-words.ts';
import type { SeriesReply } from './series.contract.ts';
import { lockOccurrences, seriesById } from './series.store.ts';
import type { SeriesId } from './series.ts';

/** A series with its appointments as they stand. */
export async function showSeries(tx: Tx, seriesId: SeriesId): Promise<SeriesReply> {
  const series = await seriesById(tx, seriesId);
  if (!series) throw new NotFound('Series');
  tx.touch({ kind: 'series', id: series.id, patientId: series.patientId, programId: series.programId });
  const occurrences = await lockOccurrences(tx, seriesId);
  const states = new Map(standingsOf(series, occurrences, tx.now).map(({ appointmentId, state }) => [appointmentId, state]));
  const { id: _id, version, patientId, recurrence, times } = series;
  return {
    id: seriesId,
    version,
    patientId,
    times,
    says: recurrenceWords(series),
    recurrence: recurrence.frequency === 'weekly' ? { ...recurrence, weekdays: [...recurrence.weekdays] } : recurrence,
    occurrences: occurrences.map((one) => ({
      occurrence: one.occurrence,
      appointmentId: one.id,
      startsAt: one.startsAt.toString(),
      endsAt: one.endsAt.toString(),
      status: one.status,
      stays: states.get(one.id) !== 'open',
    })),
  };
}

/** One series. */
export const readSeries = action('series.read', (tx, { seriesId }: { seriesId: string }): Promise<SeriesReply> => showSeries(tx, id('Series', seriesId)));
