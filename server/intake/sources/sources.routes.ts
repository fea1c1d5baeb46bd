import { get, put } from '#server/platform/index.ts';
import { keepSource, listSources } from './keep-sources.action.ts';
import { KeepSource, SourcePath, Sources } from './sources.contract.ts';

const purpose = 'HOPERAT';

export const sourceRoutes = [
  get('/intake/sources', { may: 'intake.read', reply: Sources, purpose, summary: 'Who sends people, and how many became admissions' }, listSources),
  put('/intake/sources/:sourceId', { may: 'intake.write', params: SourcePath, body: KeepSource, purpose, summary: 'Add or change who sends people' }, keepSource),
];
