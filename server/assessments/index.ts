import { permission, type Module } from '#server/platform/index.ts';
import { routes as administrations } from './administrations/administrations.routes.ts';
import { routes as cadences } from './cadences/cadences.routes.ts';
import { callForCriticalResult } from './critical-results/critical-results.jobs.ts';
import { routes as instruments } from './instruments/instruments.routes.ts';
import { routes as links } from './links/links.routes.ts';
import { escalateMissedDuties, escalateMissedFindings, noteVisit } from './risk/risk.jobs.ts';
import { routes as risk } from './risk/risk.routes.ts';
import { measurementTiles } from './cadences/measurement-tiles.ts';
import { dutyTiles } from './risk/duty-tiles.store.ts';

export { askOnTablet } from './administrations/ask-on-tablet.action.ts';
export type { Answers, Instrument } from './instruments/instrument.contract.ts';
export { overdueAssessments } from './cadences/overdue-assessments.action.ts';
export { criticalFindings } from './instruments/scoring.rules.ts';
export { sealedResult } from './instruments/sealed-result.rules.ts';
export type { RiskAct, RiskEvent } from './risk/pathway.ts';
export { dutiesOf } from './risk/pathway.rules.ts';
export { riskPolicy } from './risk/risk-policy.ts';
export { loadContent } from './load-content.action.ts';

/** The context `assessments`: instruments as data, what people answered, and the pathway that a sign of suicide risk opens. */
export const assessments: Module = {
  name: 'assessments',
  routes: [...instruments, ...administrations, ...cadences, ...links, ...risk],
  jobs: [escalateMissedDuties, escalateMissedFindings, noteVisit, callForCriticalResult],
  permissions: [
    permission('assessment.read', 'See assessments and the suicide-risk pathway'),
    permission('assessment.write', 'Ask assessments and work the suicide-risk pathway'),
    permission('instrument.write', 'Set up instruments, cadences and on-call'),
  ],
  tiles: [...dutyTiles, ...measurementTiles],
  events: ['assessment.completed', 'risk.opened'],
};
