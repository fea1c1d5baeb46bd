import { get, put } from '#server/platform/index.ts';
import { keepTeds, showTeds } from './keep-teds.action.ts';
import { KeepTeds, Teds, TedsMomentPath, TedsPath } from './teds.contract.ts';

export const tedsRoutes = [
  get('/episodes/:episodeId/teds', { may: 'chart.read', params: TedsPath, reply: Teds, summary: 'What is reported of a stay to the state' }, showTeds),
  put(
    '/episodes/:episodeId/teds/:moment',
    { may: 'chart.write', params: TedsMomentPath, body: KeepTeds, reply: Teds, summary: 'Answer what is reported at admission or discharge' },
    keepTeds,
  ),
];
