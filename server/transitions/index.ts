import { permission, type Module } from '#server/platform/index.ts';
import { transitionRoutes } from './transitions/transitions.routes.ts';

/** The context `transitions`: from one program to another as one act. */
export const transitions: Module = {
  name: 'transitions',
  routes: transitionRoutes,
  jobs: [],
  permissions: [permission('transition.write', 'Move patients from one program to another')],
  events: [],
};
