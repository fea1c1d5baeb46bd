import { permission, type Module } from '#server/platform/index.ts';
import { routes as allergies } from './allergies/allergies.routes.ts';
import { routes as vitals } from './vitals/vitals.routes.ts';

/** The context `observations`: what is known and measured of a body. */
export const observations: Module = {
  name: 'observations',
  routes: [...allergies, ...vitals],
  jobs: [],
  permissions: [permission('observation.write', 'Write allergies and vital signs')],
  events: [],
};
