import type { Module } from '#server/platform/index.ts';
import { routes as agendas } from './agendas/agendas.routes.ts';
import { handOverTiles } from './hand-overs/hand-over-tiles.store.ts';
import { routes as handOvers } from './hand-overs/hand-overs.routes.ts';
import { routes as loads } from './loads/loads.routes.ts';

/** The context `caseloads`: how many each looks after, who takes them over, who is due in the meeting. */
export const caseloads: Module = {
  name: 'caseloads',
  routes: [...loads, ...handOvers, ...agendas],
  jobs: [],
  permissions: [],
  tiles: handOverTiles,
  events: [],
};
