import { consentFor, consentObligations } from './consent.rules.ts';
import { isInsideUse, isPart2, isVault, type Question } from './question.rules.ts';
import type { ResearchFacts } from './request.ts';
import { lacks, permit, type Rule } from './verdict.ts';

/** What a protocol lacks (42 CFR 2.52). */
function protocolFault(question: Question, research: ResearchFacts | null): 'RESEARCH_NOT_APPROVED' | 'RESEARCH_APPROVAL_EXPIRED' | undefined {
  if (research === null || research.basis === null || !research.termsSigned || research.approvedUntil === null) return 'RESEARCH_NOT_APPROVED';
  return Temporal.PlainDate.compare(question.today(), research.approvedUntil) > 0 ? 'RESEARCH_APPROVAL_EXPIRED' : undefined;
}

/** Research: on the patient's consent, or under an approved protocol with signed terms (42 CFR 2.52). */
export const researchLane: Rule = (question, record) => {
  if (question.purpose !== 'HRESCH' || isVault(record.class)) return undefined;
  const { recipient, research } = question.facts;
  const fault = protocolFault(question, research);
  if (!fault && research && (recipient === null ? isInsideUse(question) : recipient.kind === 'researcher')) {
    return permit('research', 'RESEARCH_OK', ['hipaa-accounting', 'research-terms'], { restsOn: [research.protocolId] });
  }
  const answer = recipient === null ? { fault: 'NO_CONSENT' as const } : consentFor(question, record);
  if (!('fault' in answer)) return permit('consent', 'RESEARCH_CONSENT_OK', consentObligations(question, record), { restsOn: [answer.consent.id] });
  return lacks('research', answer.fault === 'NO_CONSENT' ? (fault ?? 'RECIPIENT_NOT_NAMED') : answer.fault, answer.fault === 'REVOKED' ? ['stop-queued'] : []);
};

/** Audit and evaluation by those who may, on written commitments; copies only with terms of retention and destruction (42 CFR 2.53). */
export const auditLane: Rule = (question) => {
  const { purpose, audit, recipient } = question.facts;
  if (purpose !== 'AUDIT') return undefined;
  if (!audit?.commitmentInWriting || audit.body === 'other' || recipient?.kind !== 'auditor') return lacks('audit', 'AUDIT_NO_COMMITMENT', ['human-review']);
  if (audit.mode === 'copy' && !audit.copyTerms) return lacks('audit', 'AUDIT_COPY_TERMS', ['human-review']);
  return permit('audit', 'AUDIT_OK', ['hipaa-accounting', 'minimum-necessary'], { citation: audit.mode === 'copy' ? '42 CFR 2.53(b)' : '42 CFR 2.53(a)' });
};

/** Public health: de-identified from a Part 2 program (42 CFR 2.54), as HIPAA allows from elsewhere (45 CFR 164.512(b)). */
export const publicHealth: Rule = (question, record) => {
  const { purpose, recipient } = question.facts;
  if (purpose !== 'PUBHLTH' || isVault(record.class)) return undefined;
  const isAuthority = recipient?.kind === 'public-health-authority';
  if (isAuthority && record.deidentified) return permit('public-health', 'PUBLIC_HEALTH_OK', []);
  if (isAuthority && !isPart2(record)) return permit('public-health', 'HIPAA_LAW', ['hipaa-accounting', 'minimum-necessary'], { citation: '45 CFR 164.512(b)' });
  return lacks('public-health', 'PUBLIC_HEALTH_IDENTIFIED', ['human-review']);
};

/** A serious threat is no exception of Part 2; outside it HIPAA lets somebody be told who can prevent harm (45 CFR 164.512(j)). */
export const threat: Rule = (question, record) => {
  if (question.purpose !== 'THREAT' || question.facts.recipient === null) return undefined;
  if (isPart2(record)) return lacks('hipaa', 'PURPOSE_WITHOUT_RULE', ['human-review']);
  return permit('hipaa', 'HIPAA_THREAT', ['hipaa-accounting', 'minimum-necessary', 'human-review']);
};

/** Fundraising: a consent that offered to opt out, and a patient who has not (42 CFR 2.22(b)(1)(iii)(B), 2.31(a)(5)(iii)). */
export const fundraising: Rule = (question, record) => {
  const { purpose, patient } = question.facts;
  if (purpose !== 'FUNDRAISE' || isVault(record.class)) return undefined;
  const answer = consentFor(question, record);
  if ('fault' in answer || !answer.consent.fundraisingOptOutOffered || patient.optedOutOfFundraising) return lacks('fundraising', 'FUNDRAISING_OPT_OUT');
  const obligations = isInsideUse(question) ? (['minimum-necessary'] as const) : consentObligations(question, record);
  return permit('fundraising', answer.consent.kind === 'tpo' ? 'TPO_OK' : 'SPECIFIC_OK', obligations, { restsOn: [answer.consent.id] });
};
