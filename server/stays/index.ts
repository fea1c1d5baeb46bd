import type { Module } from '#server/platform/index.ts';
import { aftercareRoutes } from './aftercare/aftercare.routes.ts';
import { reviewRoutes } from './reviews/reviews.routes.ts';
import { tedsRoutes } from './teds/teds.routes.ts';

export { tedsCompletedAt } from './teds/keep-teds.action.ts';

/** The context `stays`: continued-stay reviews, TEDS, aftercare. */
export const stays: Module = { name: 'stays', routes: [...reviewRoutes, ...tedsRoutes, ...aftercareRoutes], jobs: [], permissions: [], events: [] };
