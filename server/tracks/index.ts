import { permission, type Module } from '#server/platform/index.ts';
import { routes as enrolments } from './enrolments/enrolments.routes.ts';
import { routes as reshaping } from './reshaping/reshaping.routes.ts';
import { routes as timetables } from './timetables/timetables.routes.ts';

export { leaveTracks } from './carrying/leave-tracks.action.ts';

/** The context `tracks`: weekly timetables of day programs, and who is enrolled in all their meetings at once. */
export const tracks: Module = {
  name: 'tracks',
  routes: [...timetables, ...reshaping, ...enrolments],
  jobs: [],
  permissions: [permission('track.enrol', 'See tracks of day programs and enrol patients')],
  events: [],
};
