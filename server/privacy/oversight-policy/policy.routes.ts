import { get, put } from '#server/platform/index.ts';
import { changePolicy, showPolicy } from './policy.action.ts';
import { NewPolicy, PolicyInForce } from './policy.contract.ts';

export const policyRoutes = [
  get('/oversight-policy', { may: 'signed-in', reply: PolicyInForce, summary: 'How long an emergency opens a chart, and when it is reviewed' }, showPolicy),
  put('/oversight-policy', { may: 'privacy.review', body: NewPolicy, reply: PolicyInForce, summary: 'Decide it anew, from now on' }, changePolicy),
];
