import { action, id, NotFound } from '#server/platform/index.ts';
import { examine } from './examine.ts';
import { planChange, planSeries } from './plan-series.ts';
import type { ChangeSeries, PlanSeries, SeriesPreview } from './series.contract.ts';
import { lockOccurrences, seriesById } from './series.store.ts';

/** What a new series would be, with what stands against each occurrence. Nothing is booked. */
export const previewSeries = action('series.preview', async (tx, input: PlanSeries): Promise<SeriesPreview> => {
  tx.touch({ kind: 'series', patientId: input.patientId, programId: input.programId });
  return examine(tx, await planSeries(tx, input));
});

/** What a change of the rest of a series would do to each occurrence. Nothing is changed. */
export const previewChange = action('series.preview-change', async (tx, input: ChangeSeries & { seriesId: string }): Promise<SeriesPreview> => {
  const series = await seriesById(tx, id('Series', input.seriesId));
  if (!series) throw new NotFound('Series');
  tx.touch({ kind: 'series', id: series.id, patientId: series.patientId, programId: series.programId });
  return examine(tx, await planChange(tx, series, await lockOccurrences(tx, series.id), input));
});
