import type { Module } from '#server/platform/index.ts';
import { routes as feePolicies } from './fee-policies/fee-policies.routes.ts';
import { checkInTiles } from './kiosks/check-in-tiles.store.ts';
import { routes as kiosks } from './kiosks/kiosks.routes.ts';
import { judgeFee, takeBackFee } from './missed-visits/missed-visits.jobs.ts';
import { routes as missedVisits } from './missed-visits/missed-visits.routes.ts';
import { missedTiles } from './missed-visits/missed-tiles.store.ts';

/** The context `desk`: what happens at the front desk beside the schedule. */
export const desk: Module = {
  name: 'desk',
  routes: [...missedVisits, ...feePolicies, ...kiosks],
  jobs: [judgeFee, takeBackFee],
  permissions: [],
  tiles: [...missedTiles, ...checkInTiles],
  events: [],
};
