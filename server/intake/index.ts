import { permission, type Module } from '#server/platform/index.ts';
import { callRoutes } from './calls/calls.routes.ts';
import { checklistRoutes } from './checklists/checklists.routes.ts';
import { screeningRoutes } from './screenings/screenings.routes.ts';
import { sourceRoutes } from './sources/sources.routes.ts';
import { endWithDeclination, endWithEpisode } from './waitlist/waitlist.jobs.ts';
import { waitlistRoutes } from './waitlist/waitlist.routes.ts';

/** The context `intake`: from the first call to the admission. */
export const intake: Module = {
  name: 'intake',
  routes: [...callRoutes, ...sourceRoutes, ...screeningRoutes, ...waitlistRoutes, ...checklistRoutes],
  jobs: [endWithEpisode, endWithDeclination],
  permissions: [
    permission('intake.read', 'See calls, who waits, and what admissions still lack'),
    permission('intake.write', 'Take calls, screen, keep the waitlist and admission checklists'),
  ],
  events: [],
};
