import { permission, type Module } from '#server/platform/index.ts';
import { routes as allergies } from './allergies/allergies.routes.ts';
import { routes as results } from './results/results.routes.ts';
import { routes as vitals } from './vitals/vitals.routes.ts';
import { allergyTiles } from './allergies/allergy-tiles.store.ts';
import { resultTiles } from './results/result-tiles.store.ts';

export { matterOf, takenUpBy } from './results/critical-result.ts';
export { analytesOf, panelOf, reviewWithinHours, type Analyte } from './results/panel.ts';
export type { ResultValue, ResultValues } from './results/result.ts';
export type { Measurements } from './vitals/vital-set.ts';
export { signs } from './vitals/vital-sign.ts';
export { interpreted, resultLine, worstOf, type SaidValue } from './results/result.rules.ts';

/** The context `observations`: what is known and measured of a body. */
export const observations: Module = {
  name: 'observations',
  routes: [...allergies, ...vitals, ...results],
  jobs: [],
  permissions: [permission('observation.write', 'Write allergies, vital signs and results'), permission('result.review', 'Review results')],
  tiles: [...allergyTiles, ...resultTiles],
  events: ['result.critical'],
};
