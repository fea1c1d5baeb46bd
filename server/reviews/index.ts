import { permission, type Module } from '#server/platform/index.ts';
import { routes as charts } from './charts/reviews.routes.ts';
import { routes as findings } from './findings/findings.routes.ts';
import { routes as missing } from './missing/missing.routes.ts';

/** The context `reviews`: whether charts hold what they should. */
export const reviews: Module = {
  name: 'reviews',
  routes: [...missing, ...charts, ...findings],
  jobs: [],
  permissions: [permission('review.write', 'Review charts, and see what is missing in those of everybody')],
  events: [],
};
