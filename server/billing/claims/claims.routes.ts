import { get, post, type Route } from '#server/platform/index.ts';
import { buildClaims } from './build-claims.action.ts';
import {
  BillingSummary,
  BuildClaims,
  BuiltClaims,
  ClaimDetail,
  ClaimList,
  ClaimParams,
  ClaimsQuery,
  SubmitClaims,
  SubmittedClaims,
  Timeline,
} from './claims.contract.ts';
import { listClaims, readBillingSummary, readClaim, readTimeline } from './read-claims.action.ts';
import { submitClaims } from './submit-claims.action.ts';

export const routes: readonly Route[] = [
  get('/billing/summary', { may: 'claim.read', reply: BillingSummary, summary: 'What waits, in numbers' }, readBillingSummary),
  get('/claims', { may: 'claim.read', query: ClaimsQuery, reply: ClaimList, summary: 'Claims in a state, or all' }, listClaims),
  post('/claims/builds', { may: 'claim.write', body: BuildClaims, reply: BuiltClaims, summary: 'Build claims of ready charges' }, buildClaims),
  post('/claims/submissions', { may: 'claim.write', body: SubmitClaims, reply: SubmittedClaims, summary: 'Send claims to the clearinghouse' }, submitClaims),
  get('/claims/:claimId', { may: 'claim.read', params: ClaimParams, reply: ClaimDetail, summary: 'One claim and how it was judged' }, readClaim),
  get('/claims/:claimId/timeline', { may: 'claim.read', params: ClaimParams, reply: Timeline, summary: 'Everything that happened to a claim' }, readTimeline),
];
