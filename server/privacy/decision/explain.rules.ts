import type { Decision } from './decision.ts';
import type { Obligation } from './facts.ts';
import { reasons, type ReasonCode } from './reasons.ts';
import type { Facts } from './request.ts';

/** A decision in plain words. */
export interface Explanation {
  readonly headline: string;
  /** Why; with the record where the reader may know of it, otherwise once a reason. */
  readonly because: readonly { readonly recordId: string | null; readonly reason: ReasonCode; readonly says: string; readonly citation: string }[];
  readonly wouldOpen: readonly string[];
  readonly mustDo: readonly string[];
}

/** What each obligation asks, in words for staff. */
export const obligationWords: Readonly<Record<Obligation, string>> = {
  notice: 'Send the current statement of 42 CFR 2.32 with it, once.',
  'consent-copy': 'Send a copy of the consent, or what it covers, with it.',
  'part2-accounting': 'It is entered in the accounting of disclosures (42 CFR 2.25).',
  'hipaa-accounting': 'It is entered in the HIPAA accounting (45 CFR 164.528).',
  'intermediary-list': 'The exchange must be able to list who received it (42 CFR 2.24).',
  'emergency-record': 'The five facts of the emergency go into the chart, and the privacy officer reviews them (42 CFR 2.51(c)).',
  'minimum-necessary': 'Only what the purpose needs.',
  'constant-reply': 'Whoever asks hears the same words as for anybody else.',
  'information-blocking-exception': 'The exception of 45 CFR 171.202 is recorded with the refusal.',
  'consent-form-offer': 'Offer the patient the consent form, without pressing.',
  'labels-stay': 'The labels R, 42CFRPart2 and NORDSCLCD stay on it.',
  'proceedings-ban-stays': 'It stays barred from proceedings against the patient.',
  'agreement-cited': 'The agreement with this recipient is cited, or has to be made first.',
  'ask-not-to-use-further': 'Ask the recipient not to use or pass it on beyond the emergency.',
  'human-review': 'A person has to look at this.',
  'stop-queued': 'Whatever is queued or standing on this consent is stopped.',
  'strip-restricted': 'Take the lines, diagnoses and attachments of the restricted visit out of every batch.',
  'research-terms': 'No identifying again; reports without identities only.',
};

/** What would open a refusal; a reason without a line here opens by nothing that staff could do. */
const openers: Partial<Record<ReasonCode, string>> = {
  NO_CONSENT: 'A written consent of the patient that names this recipient and purpose.',
  NOT_AUTHORIZED: 'A written authorization of the patient.',
  CN_CONSENT_REQUIRED: 'A consent for SUD counseling notes alone. Care may not depend on it.',
  PSYCHOTHERAPY_AUTHORIZATION_REQUIRED: 'An authorization for psychotherapy notes alone.',
  NOT_ORIGINATOR: 'The clinician who wrote it, or a consent of its own kind.',
  COUNSELING_NOTE_REVIEW: 'The clinician who wrote it may decide to give it.',
  NOT_ON_CARE_TEAM: 'A part in the care: an appointment, an episode, a place on the care team. In an emergency, break the glass.',
  BEYOND_ROLE: 'A role that needs this kind of record.',
  NOT_TREATING: 'Verification that the recipient treats the patient.',
  REVOKED: 'Only a new consent, if the patient wants one.',
  EXPIRED: 'A new consent.',
  EXPIRY_INVALID: 'A consent with a day or an event at which it ends.',
  CONSENT_DEFICIENT: 'A consent with every element; the form shows which one is missing.',
  CONSENT_COMBINED: 'A consent on a form of its own.',
  SIGNER_INVALID: 'The signature of the person who may sign for this patient today.',
  DISCLOSER_NOT_NAMED: 'A consent that names the program that made the record.',
  RECIPIENT_NOT_NAMED: 'A consent that names this recipient.',
  PURPOSE_NOT_NAMED: 'A consent that names this purpose.',
  OUT_OF_SCOPE: 'A consent that describes this kind of record.',
  LABEL_EXCLUDED: 'Only the patient, by a new consent that replaces the one that left it out.',
  LABEL_UNKNOWN: 'Somebody says what the label means.',
  INTERMEDIARY_NOT_NAMED: 'A consent that names the exchange and whom of its members.',
  RESTRICTED: 'Only the patient, by ending the restriction; in an emergency it yields.',
  SELF_PAY: 'Only the patient, by ending the restriction.',
  NO_QSOA: 'A signed agreement that covers this purpose and content.',
  E5_INCOMPLETE: 'All five facts of the emergency.',
  CONSENT_OBTAINABLE: "The patient's consent: ask.",
  SUBPOENA_WITHOUT_ORDER: "A court's order under 42 CFR 2.64 or 2.65 besides the subpoena, or a consent for this proceeding alone.",
  ORDER_WITHOUT_SUBPOENA: 'A subpoena, or the decision of the person who is named for it.',
  LEGAL_NEEDS_ORDER: "A court's order with a subpoena, or a consent for this proceeding alone.",
  PROCEEDINGS_BAN: "A court's order under subpart E with a subpoena, or a consent for this proceeding alone.",
  CONFIDENTIAL_COMMUNICATIONS: 'An order with the findings of 42 CFR 2.63.',
  PDMP_CONSENT: "The patient's consent to reporting.",
  RESEARCH_NOT_APPROVED: 'An approved protocol with signed terms.',
  RESEARCH_APPROVAL_EXPIRED: 'A renewed approval.',
  AUDIT_NO_COMMITMENT: "The auditor's written commitment.",
  AUDIT_COPY_TERMS: 'Written terms of retention and destruction.',
  PUBLIC_HEALTH_IDENTIFIED: 'The same list de-identified, or consent.',
  MINOR_CONTROLS: 'A consent of the minor that names the parent.',
  MINOR_AND_PARENT: 'A consent that minor and parent both sign.',
  IDENTITY_NOT_VERIFIED: 'Proof of identity.',
  AUTHORITY_NOT_IN_FORCE: 'Papers that show the authority.',
  PROVENANCE_UNKNOWN: 'Somebody finds out which program made it.',
  RECEIPT_BASIS_UNKNOWN: 'Somebody records how it was received.',
  RULE_EXPIRED: 'Somebody compares the rule with its source and renews it in content/jurisdictions.',
  RULE_MISSING: 'A pack of rules for this place in content/jurisdictions.',
  STATE_CONSENT_REQUIRED: 'A written consent of the patient.',
  STATE_STATEMENT_REQUIRED: "The recipient's written statement.",
};

const headlines: Readonly<Record<Decision['outcome'], string>> = {
  permit: 'All of it may go.',
  redact: 'A part may go; the rest stays.',
  hold: 'Nothing goes until a named person decides.',
  deny: 'Nothing goes.',
};

/**
 * A decision in plain words for staff. `mayKnow` = the reader may know of the withheld records (works in the program that made them, or reviews):
 * without it neither they nor their number nor what they are shows, only what any refusal says.
 */
export function explain(_facts: Facts, decision: Decision, mayKnow = true): Explanation {
  if (!mayKnow) return withoutSaying(decision);
  const why = [
    ...(decision.released.length > 0 || decision.withheld.length === 0
      ? [{ recordId: null, reason: decision.reason, says: decision.says, citation: decision.citation }]
      : []),
    ...decision.withheld.map(({ recordId, reason, citation }) => ({ recordId, reason, says: reasons[reason].says, citation })),
  ];
  const wouldOpen = new Set(why.flatMap(({ reason }) => openers[reason] ?? []));
  return { headline: headlines[decision.outcome], because: why, wouldOpen: [...wouldOpen], mustDo: decision.obligations.map((code) => obligationWords[code]) };
}

/** The same words whether records stay or none exist. */
function withoutSaying({ released, reason, says, citation, obligations }: Decision): Explanation {
  if (released.length === 0) {
    return {
      headline: 'There is nothing that you may see here for this purpose.',
      because: [],
      wouldOpen: ['A part in the care, or a consent of the patient.'],
      mustDo: [],
    };
  }
  const told = obligations.filter((code) => !['human-review', 'constant-reply', 'stop-queued', 'strip-restricted'].includes(code));
  return { headline: headlines.permit, because: [{ recordId: null, reason, says, citation }], wouldOpen: [], mustDo: told.map((code) => obligationWords[code]) };
}
