import { get, post, type Route } from '#server/platform/index.ts';
import { Census, CensusDays, CensusPath, CorrectCensus, DaysQuery, Houses, SitePath } from './census.contract.ts';
import { listCensusDays, listHouses, showCensus } from './show-census.action.ts';
import { correctCensus } from './take-census.action.ts';

export const routes: readonly Route[] = [
  get('/residence/sites', { may: 'residence.read', reply: Houses, summary: 'Sites that lodge people' }, listHouses),
  get(
    '/residence/sites/:siteId/census',
    { may: 'residence.read', params: SitePath, query: DaysQuery, reply: CensusDays, summary: 'A month of midnights in figures' },
    listCensusDays,
  ),
  get('/residence/sites/:siteId/census/:day', { may: 'residence.read', params: CensusPath, reply: Census, summary: 'The census of a midnight' }, showCensus),
  post(
    '/residence/sites/:siteId/census/:day/corrections',
    { may: 'census.correct', params: CensusPath, body: CorrectCensus, summary: 'Count a midnight anew, with the reason' },
    correctCensus,
  ),
];
