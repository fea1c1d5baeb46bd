import { get, post, type Route } from '#server/platform/index.ts';
import { decideFeePolicy } from './decide-policy.action.ts';
import { DecideFeePolicy, FeePolicies, ProgramFees, ProgramPath } from './fee-policies.contract.ts';
import { listFeePolicies } from './list-policies.action.ts';

const purpose = 'HOPERAT';

export const routes: readonly Route[] = [
  get(
    '/fee-policies',
    { may: 'payer.write', reply: FeePolicies, purpose, summary: 'What programs ask for missed and late cancelled visits, and asked before' },
    listFeePolicies,
  ),
  post(
    '/programs/:programId/fee-policies',
    { may: 'payer.write', params: ProgramPath, body: DecideFeePolicy, reply: ProgramFees, purpose, summary: 'Decide what a program asks for from a day on' },
    decideFeePolicy,
  ),
];
