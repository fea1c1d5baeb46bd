import { get, put } from '#server/platform/index.ts';
import { Aftercare, AftercarePath, KeepAftercare } from './aftercare.contract.ts';
import { keepAftercare, showAftercare } from './keep-aftercare.action.ts';

const params = AftercarePath;

export const aftercareRoutes = [
  get('/episodes/:episodeId/aftercare', { may: 'chart.read', params, reply: Aftercare, summary: 'What follows a stay' }, showAftercare),
  put('/episodes/:episodeId/aftercare', { may: 'chart.write', params, body: KeepAftercare, summary: 'Write what follows a stay' }, keepAftercare),
];
