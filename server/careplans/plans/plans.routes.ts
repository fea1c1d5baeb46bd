import { get, patch, post, type Route } from '#server/platform/index.ts';
import { CarePlan, CarePlanList, OpenPlan, PatientPath, PlanPath, SavePlan, SealPlan, SignPlan } from './plans.contract.ts';
import { listPlans } from './show-plans.action.ts';
import { sealPlan, signPlan } from './sign-plan.action.ts';
import { openPlan, savePlan } from './write-plan.action.ts';

const params = PlanPath;

export const routes: readonly Route[] = [
  get('/patients/:patientId/care-plans', { may: 'chart.read', params: PatientPath, reply: CarePlanList, summary: 'Care plans of one person' }, listPlans),
  post('/care-plans', { may: 'chart.write', body: OpenPlan, reply: CarePlan, summary: 'Open the care plan of a patient in a program' }, openPlan),
  patch(
    '/care-plans/:planId',
    { may: 'chart.write', params, body: SavePlan, reply: CarePlan, summary: 'Save what was typed in a plan; merged, never refused for being late' },
    savePlan,
  ),
  post('/care-plans/:planId/versions', { may: 'note.sign', params, body: SealPlan, reply: CarePlan, summary: 'Sign the plan as it stands' }, sealPlan),
  post(
    '/care-plans/:planId/signatures',
    { may: 'note.sign', params, body: SignPlan, reply: CarePlan, summary: 'Sign under a version, or record that the patient declined' },
    signPlan,
  ),
];
