import type { Module } from '#server/platform/index.ts';
import { routes as plans } from './plans/plans.routes.ts';
import { routes as thread } from './thread/thread.routes.ts';
import { planTiles } from './plans/plan-tiles.store.ts';

export { carryPlan } from './carrying/carry-plan.action.ts';
export { overduePlans } from './plans/overdue-plans.action.ts';
export { tellPlan } from './plans/tell-plan.action.ts';

/** The context `careplans`: what is planned with the patient, and which objectives notes worked on. */
export const careplans: Module = { name: 'careplans', routes: [...plans, ...thread], jobs: [], permissions: [], tiles: planTiles, events: [] };
