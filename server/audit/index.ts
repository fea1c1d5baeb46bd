import { permission, type Module } from '#server/platform/index.ts';
import { routes } from './entries/entries.routes.ts';
import { retireEntries } from './retention/retention.jobs.ts';
import { reviewAccess } from './review/review.jobs.ts';
import { reviewRoutes } from './review/review.routes.ts';
import { sealAudit } from './sealing/sealing.jobs.ts';
import { reviewTiles } from './review/review-tiles.store.ts';

export { reviewContent } from './review/review-rule.ts';
export { anchorFile, sealEntries } from './sealing/seal-entries.action.ts';
export { verifyChain, type Verdict } from './sealing/verify-chain.action.ts';

/** The context `audit`: who read or changed what, sealed into a chain. */
export const audit: Module = {
  name: 'audit',
  routes: [...routes, ...reviewRoutes],
  jobs: [sealAudit, reviewAccess, retireEntries],
  permissions: [permission('audit.read', 'Read the audit')],
  tiles: reviewTiles,
  events: [],
};
