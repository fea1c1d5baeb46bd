import { permission, type Module } from '#server/platform/index.ts';
import { routes as belongings } from './belongings/belongings.routes.ts';
import { routes as board } from './board/board.routes.ts';
import { countMidnights } from './census/census.jobs.ts';
import { routes as census } from './census/census.routes.ts';
import { routes as handOffs } from './handoffs/hand-offs.routes.ts';
import { routes as incidents } from './incidents/incidents.routes.ts';
import { routes as leaves } from './leaves/leaves.routes.ts';
import { routes as places } from './places/places.routes.ts';
import { routes as plans } from './plans/plans.routes.ts';
import { endWithEpisode } from './residencies/residencies.jobs.ts';
import { escalateMissedRounds } from './rounds/rounds.jobs.ts';
import { routes as rounds } from './rounds/rounds.routes.ts';
import { routes as residencies } from './residencies/residencies.routes.ts';
import { houseTiles } from './board/house-tiles.store.ts';

export { carryBed } from './carrying/carry-bed.action.ts';
export type { HouseFacts } from './census/census.ts';
export { censusOf, daysToCount, siteDay } from './census/census.rules.ts';

/** The context `residence`: beds, who lives in the house, and the midnight census. */
export const residence: Module = {
  name: 'residence',
  routes: [...places, ...board, ...residencies, ...leaves, ...plans, ...census, ...rounds, ...belongings, ...incidents, ...handOffs],
  jobs: [endWithEpisode, countMidnights, escalateMissedRounds],
  permissions: [
    permission('residence.read', 'See beds, the census and who lives in the house'),
    permission('residence.write', 'Give beds, move people, record leaves and departures'),
    permission('round.write', 'Do observation rounds'),
    permission('census.correct', 'Correct a midnight census'),
  ],
  tiles: houseTiles,
  events: ['residence.arrived', 'residence.departed', 'census.taken', 'census.corrected'],
};
