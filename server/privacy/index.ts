import type { Module } from '#server/platform/index.ts';
import { permission } from '#server/platform/index.ts';
import { accessReportRoutes } from './access-reports/access-report.routes.ts';
import { decisionRoutes } from './decision/decision.routes.ts';
import { breakGlassRoutes } from './break-glass/break-glass.routes.ts';
import { consentsRoutes } from './consents/consents.routes.ts';
import { explanationRoutes } from './explanations/explanations.routes.ts';
import { incidentRoutes } from './incidents/incidents.routes.ts';
import { accountingRoutes } from './gate/accounting.routes.ts';
import { agreementRoutes } from './agreements/agreements.routes.ts';
import { partyRoutes } from './parties/parties.routes.ts';
import { openingRoutes } from './openings/openings.routes.ts';
import { restrictionRoutes } from './restrictions/restrictions.routes.ts';
import { simulationRoutes } from './simulations/simulations.routes.ts';
import { needToKnowRoutes } from './need-to-know/need-to-know.routes.ts';
import { policyRoutes } from './oversight-policy/policy.routes.ts';
import { agreementTiles } from './agreements/agreement-tiles.store.ts';
import { emergencyTiles } from './break-glass/emergency-tiles.store.ts';
import { consentTiles } from './consents/consent-tiles.store.ts';
import { incidentTiles } from './incidents/incident-tiles.ts';
import { restrictionTiles } from './restrictions/restriction-tiles.store.ts';

export { knownTo, makeKnown, makeUnknown, part2Among, recordStatus, statusesOf, type ProgramStatus } from './access/access.store.ts';
export {
  consentKinds,
  obligations,
  outcomes,
  purposes,
  recordClasses,
  type ConsentFacts,
  type ConsentKind,
  type ConsentRecipient,
  type ConsentSigner,
  type Expiry,
  type Obligation,
  type Outcome,
  type PurposeOfUse,
  type RecipientClass,
  type RecordClass,
} from './decision/facts.ts';
export {
  recipientKinds,
  type ActorFacts,
  type AgreementFacts,
  type AuditFacts,
  type EmergencyFacts,
  type Facts,
  type LegalFacts,
  type OrderFacts,
  type Origin,
  type PatientFacts,
  type RecipientFacts,
  type RecipientKind,
  type RecordFacts,
  type RegistryFacts,
  type ReportFacts,
  type ResearchFacts,
  type RestrictionFacts,
  type RuleFacts,
} from './decision/request.ts';
export { redisclosureNotice, type RedisclosureNotice } from './notices/redisclosure-notice.ts';
export { constantReply, replyToAsker } from './decision/reply.rules.ts';
export { policyVersion } from './jurisdictions/pack.ts';
export { rulesFor } from './jurisdictions/rules-for.ts';
export { ruleOn, type RuleAnswer } from './jurisdictions/resolve.rules.ts';
export { decisionReply, factsFile } from './decision/decision.contract.ts';
export { readFacts } from './decision/facts-file.ts';
export { missingEmergencyFacts } from './decision/emergency.rules.ts';
export { decide, rule } from './decision/decide.ts';
export { keepDecisions } from './decision/decision.store.ts';
export { explain, obligationWords, type Explanation } from './decision/explain.rules.ts';
export { type Decision, type Redaction, type Withheld } from './decision/decision.ts';
export { isPermit, reasons, type ReasonCode } from './decision/reasons.ts';
export { mindfulOfEmergencies } from './break-glass/emergency-caller.store.ts';
export type { EmergencyStatement } from './break-glass/emergency.ts';
export { breakGlass } from './break-glass/open-emergency.action.ts';
export { openIncident } from './incidents/open-incident.action.ts';
export { oversightPolicy } from './oversight-policy/policy.store.ts';
export { part2Label, vaultLabels } from './access/labels.ts';
export { kinds } from './consents/consent-form.ts';
export { consentsOf } from './consents/consents.store.ts';
export { restrictionsOf } from './restrictions/restrictions.store.ts';
export { endShare, liveShares, ownShare, share, type Share, type ShareGround } from './vaults/shares.store.ts';

export { requireAgreement } from './agreements/keep-agreements.action.ts';
export { keepPlanParty } from './parties/keep-parties.action.ts';
export { partyOf } from './parties/parties.store.ts';
export type { Party } from './parties/party.ts';
export { judgeReleases } from './gate/judge-release.ts';
export { readingToRelease, seeingAll } from './gate/full-sight.store.ts';
export { accountingOf, throughIntermediaries, type DisclosureRow } from './gate/accounting.store.ts';
export { isReleased, release, releaseAll } from './gate/release.ts';
export { channels, type Channel, type Circumstances, type Judged, type Release, type ReleaseRequest } from './gate/release-request.ts';

/** The context `privacy`: who may see what. Its guarantees live in the database; see migrations. */
export const privacy: Module = {
  name: 'privacy',
  routes: [
    ...breakGlassRoutes,
    ...consentsRoutes,
    ...restrictionRoutes,
    ...openingRoutes,
    ...needToKnowRoutes,
    ...policyRoutes,
    ...incidentRoutes,
    ...partyRoutes,
    ...agreementRoutes,
    ...accountingRoutes,
    ...accessReportRoutes,
    ...explanationRoutes,
    ...simulationRoutes,
    ...decisionRoutes,
  ],
  jobs: [],
  permissions: [
    permission('privacy.review', 'Review access, grant and end it'),
    permission('consent.read', 'See consents of patients'),
    permission('consent.write', 'Draw up, sign and revoke consents'),
    permission('access.emergency', 'Open a chart in a medical emergency'),
    permission('disclosure.read', 'See what left, to whom and why'),
    permission('disclosure.release', 'Release records to others'),
    permission('incident.write', 'Keep the register of incidents'),
  ],
  tiles: [...emergencyTiles, ...incidentTiles, ...consentTiles, ...restrictionTiles, ...agreementTiles],
  events: ['consent.signed', 'consent.revoked'],
};
