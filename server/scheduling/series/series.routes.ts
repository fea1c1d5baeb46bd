import { bytes, get, post, type Route } from '#server/platform/index.ts';
import { bookSeries } from './book-series.action.ts';
import { cancelSeries } from './cancel-series.action.ts';
import { changeSeries } from './change-series.action.ts';
import { downloadSeries } from './download-series.action.ts';
import { previewChange, previewSeries } from './preview-series.action.ts';
import { readSeries } from './read-series.action.ts';
import { reinstateSeries } from './reinstate-series.action.ts';
import { CancelSeries, ChangeSeries, PlanSeries, ReinstateSeries, SeriesPath, SeriesPreview, SeriesReply } from './series.contract.ts';

const params = SeriesPath;
const reply = SeriesReply;
const may = 'schedule.write';

export const routes: readonly Route[] = [
  post('/appointment-series', { may, body: PlanSeries, reply, summary: 'Book appointments that repeat' }, bookSeries),
  post(
    '/appointment-series/preview',
    { may, body: PlanSeries, reply: SeriesPreview, summary: 'What such a series would be, with conflicts and other times' },
    previewSeries,
  ),
  get('/appointment-series/:seriesId', { may: 'schedule.read', params, reply, summary: 'One series with its appointments' }, readSeries),
  get(
    '/appointment-series/:seriesId/calendar',
    { may: 'schedule.read', params, reply: bytes, summary: 'The dates of a series as iCalendar, without clinic, kind and clinician' },
    downloadSeries,
  ),
  post('/appointment-series/:seriesId/changes', { may, params, body: ChangeSeries, reply, summary: 'Change this one and all that follow' }, changeSeries),
  post(
    '/appointment-series/:seriesId/changes/preview',
    { may, params, body: ChangeSeries, reply: SeriesPreview, summary: 'What such a change would do to each occurrence' },
    previewChange,
  ),
  post('/appointment-series/:seriesId/cancellation', { may, params, body: CancelSeries, reply, summary: 'Call off this one and all that follow' }, cancelSeries),
  post(
    '/appointment-series/:seriesId/reinstatement',
    { may, params, body: ReinstateSeries, reply, summary: 'Take back that some were called off, all or none' },
    reinstateSeries,
  ),
];
