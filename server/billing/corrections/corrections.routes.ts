import { get, post, type Route } from '#server/platform/index.ts';
import { ClaimParams } from '../claims/claims.contract.ts';
import { ClaimsToCorrect, ResubmitClaim, ResubmittedClaim, VoidClaim, VoidedClaim } from './corrections.contract.ts';
import { listCorrections } from './list-corrections.action.ts';
import { resubmitClaim } from './resubmit-claim.action.ts';
import { voidClaim } from './void-claim.action.ts';

export const routes: readonly Route[] = [
  get(
    '/claims/corrections',
    { may: 'claim.read', reply: ClaimsToCorrect, summary: 'Claims with days that would not be billed so by now, and what to do' },
    listCorrections,
  ),
  post(
    '/claims/:claimId/resubmission',
    { may: 'claim.write', params: ClaimParams, body: ResubmitClaim, reply: ResubmittedClaim, summary: 'Correct a claim and send it again' },
    resubmitClaim,
  ),
  post('/claims/:claimId/void', { may: 'claim.write', params: ClaimParams, body: VoidClaim, reply: VoidedClaim, summary: 'Take a claim back whole' }, voidClaim),
];
