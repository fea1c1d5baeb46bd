import type { Obligation } from './facts.ts';
import { isStrangerAsking, type Question } from './question.rules.ts';
import type { ReasonCode } from './reasons.ts';
import type { RecordFacts } from './request.ts';
import type { Verdict } from './verdict.ts';

/** Refusals that a consent would mend: a form is offered, in the same words to everybody. */
const mendedByConsent: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'NO_CONSENT',
  'NOT_AUTHORIZED',
  'EXPIRED',
  'EXPIRY_INVALID',
  'CONSENT_DEFICIENT',
  'CONSENT_COMBINED',
  'SIGNER_INVALID',
  'DISCLOSER_NOT_NAMED',
  'RECIPIENT_NOT_NAMED',
  'PURPOSE_NOT_NAMED',
  'OUT_OF_SCOPE',
  'INTERMEDIARY_NOT_NAMED',
  'STATE_CONSENT_REQUIRED',
]);

/** What a refusal for want of a consent brings: a constant reply to who must not learn, an offer of the form, the exception of 45 CFR 171.202 for treatment, an end to what is queued. */
function inGeneral(question: Question, record: RecordFacts | undefined, reason: ReasonCode): readonly Obligation[] {
  const obligations: Obligation[] = [];
  const mended = mendedByConsent.has(reason);
  if (isStrangerAsking(question, record)) obligations.push('constant-reply');
  if (mended) obligations.push('consent-form-offer');
  if (question.purpose === 'TREAT' && (mended || reason === 'REVOKED')) obligations.push('information-blocking-exception');
  if (reason === 'REVOKED') obligations.push('stop-queued');
  if (reason === 'PROVENANCE_UNKNOWN' || reason === 'RULE_EXPIRED' || reason === 'RULE_MISSING') obligations.push('human-review');
  return obligations;
}

/** The obligations of a refusal: the rule's own, or those of refusals in general where a lane said only what is missing. */
export function refusalObligations(question: Question, record: RecordFacts | undefined, verdict: Verdict): readonly Obligation[] {
  if (verdict.effect !== 'lacks' || verdict.obligations.length > 0) return verdict.obligations;
  return verdict.lane === 'consent' || verdict.lane === 'hipaa' ? inGeneral(question, record, verdict.reason) : verdict.obligations;
}
