import { get, type Route } from '#server/platform/index.ts';
import { PatientPath, Timeline, TimelineQuery } from './entries.contract.ts';
import { showTimeline } from './show-timeline.action.ts';

export const routes: readonly Route[] = [
  get(
    '/patients/:patientId/timeline',
    { may: 'chart.read', params: PatientPath, query: TimelineQuery, reply: Timeline, summary: 'The story of one chart, the latest first' },
    showTimeline,
  ),
];
