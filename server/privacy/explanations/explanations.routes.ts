import { get } from '#server/platform/index.ts';
import { whoCanSee, whyNot, whyOne } from './explain.action.ts';
import { PatientAsked, SightQuery, WhoCanSee, Why, WhyNot, WhyQuery } from './explanations.contract.ts';

const params = PatientAsked;

export const explanationRoutes = [
  get('/patients/:patientId/who-can-see', { may: 'privacy.review', params, query: SightQuery, reply: WhoCanSee, summary: 'Who can see a record, and why' }, whoCanSee),
  get('/patients/:patientId/why', { may: 'privacy.review', params, query: WhyQuery, reply: Why, summary: 'Why one of the staff can see a record, or why not' }, whyOne),
  get('/patients/:patientId/why-not', { may: 'patient.read', params, reply: WhyNot, summary: 'What opens a closed door; tells nothing about what is behind it' }, whyNot),
];
