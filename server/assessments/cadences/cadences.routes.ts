import { get, type Route } from '#server/platform/index.ts';
import { MeasurementWorklist } from './cadences.contract.ts';
import { listWorklist } from './list-worklist.action.ts';

export const routes: readonly Route[] = [
  get('/assessment-worklist', { may: 'assessment.read', reply: MeasurementWorklist, summary: 'Own patients who are off track, and what is due' }, listWorklist),
];
