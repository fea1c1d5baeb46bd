import { action, type Tx } from '#server/platform/index.ts';
import { reinstateAppointment } from '../appointments/take-step.action.ts';
import { lockedAt } from './cancel-series.action.ts';
import { showSeries } from './read-series.action.ts';
import type { ReinstateSeries, SeriesReply } from './series.contract.ts';
import { lockOccurrences, updateSeries } from './series.store.ts';

/** Takes back that occurrences were called off, all of those named or none. Throws `Refused` on a stale version, and naming who holds the time of one. */
export const reinstateSeries = action('series.reinstate', async (tx: Tx, input: ReinstateSeries & { seriesId: string }): Promise<SeriesReply> => {
  const series = await lockedAt(tx, input.seriesId, input.version);
  const off = (await lockOccurrences(tx, series.id)).filter(({ occurrence, status }) => status === 'cancelled' && input.occurrences.includes(occurrence));
  for (const { id } of off) await reinstateAppointment.within(tx, { appointmentId: id, reason: input.reason });
  await updateSeries(tx, { ...series, version: series.version + 1 });
  return showSeries(tx, series.id);
});
