import { permission, type Module } from '#server/platform/index.ts';
import { routes as authorizations } from './authorizations/authorizations.routes.ts';
import { captureOnSignature, recheckOnCosignature } from './charges/charges.jobs.ts';
import { routes as charges } from './charges/charges.routes.ts';
import { routes as claims } from './claims/claims.routes.ts';
import { pollClearinghouse, sendQueuedBatch } from './clearinghouse/clearinghouse.jobs.ts';
import { routes as clearinghouse } from './clearinghouse/clearinghouse.routes.ts';
import { retryRemittance, workInboundFile } from './inbound/inbound.jobs.ts';
import { closeEndedDays, judgeHeldDays, judgeOnCensus, judgeOnCoverage, judgeOnNote, judgeOnSession, judgeOnStay, judgeQueued } from './days/days.jobs.ts';
import { routes as corrections } from './corrections/corrections.routes.ts';
import { routes as days } from './days/days.routes.ts';
import { routes as inbound } from './inbound/inbound.routes.ts';
import { routes as ledger } from './ledger/ledger.routes.ts';
import { routes as payers } from './payers/payers.routes.ts';
import { authorizationTiles } from './authorizations/authorization-tiles.ts';
import { chargeTiles } from './charges/charge-tiles.store.ts';
import { claimTiles } from './claims/claim-tiles.store.ts';
import { quarantineTiles } from './inbound/quarantine-tiles.store.ts';
import { ledgerTiles } from './ledger/ledger-tiles.store.ts';

export { authorizationsIn } from './authorizations/keep-authorizations.action.ts';
export type { Authorization } from './authorizations/authorization.ts';
export { carryAuthorizations } from './authorizations/carry-authorizations.action.ts';
export { carryDays } from './days/carry-days.action.ts';
export { weekRulesOfMembers, type RuleOfWeek } from './days/rules-of-members.action.ts';
export { weekRuleOn, weekRulesReadOn, weekRulesSource, type Stretch, type Threshold, type WeekRule } from './days/week-rule.ts';
export { attendedIn, daysThatBill, minutesByDay, paidDays, reaches, stretchIn } from './days/week.rules.ts';
export { assessed, type Assessed } from './charges/charging.rules.ts';
export { timedUnits } from './charges/pricing.rules.ts';
export { procedureTable } from './charges/procedures.ts';
export { professionalClaim } from './claims/claim-837p.rules.ts';
export { toldToNextPayer } from './claims/next-payer.rules.ts';
export { saveConnection } from './clearinghouse/keep-connection.action.ts';
export { postFee, reverseFee } from './ledger/post-fee.action.ts';
export { balancesAfter, chargeLines, patientPaymentLines } from './ledger/posting.rules.ts';
export type { ClaimFacts, ClaimLineFact, OtherPayerFact } from './claims/claim.ts';

/** The context `billing`: from a signed encounter to a posted payment. */
export const billing: Module = {
  name: 'billing',
  routes: [...payers, ...authorizations, ...charges, ...days, ...claims, ...corrections, ...clearinghouse, ...inbound, ...ledger],
  jobs: [
    captureOnSignature,
    recheckOnCosignature,
    judgeQueued,
    judgeOnCensus,
    closeEndedDays,
    judgeOnSession,
    judgeOnNote,
    judgeOnStay,
    judgeOnCoverage,
    judgeHeldDays,
    sendQueuedBatch,
    pollClearinghouse,
    workInboundFile,
    retryRemittance,
  ],
  permissions: [
    permission('charge.read', 'See charges'),
    permission('claim.read', 'See claims and remittances'),
    permission('claim.write', 'Send and correct claims'),
    permission('payment.post', 'Take and post payments'),
    permission('ledger.read', 'See balances and the ledger'),
    permission('authorization.read', 'See what payers have authorized'),
    permission('authorization.write', 'Keep authorizations of payers'),
    permission('payer.write', 'Set up payers and fee schedules'),
  ],
  tiles: [...chargeTiles, ...claimTiles, ...quarantineTiles, ...authorizationTiles, ...ledgerTiles],
  events: [],
};
