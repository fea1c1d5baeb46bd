import type { Obligation } from './facts.ts';
import { consentFor, consentObligations } from './consent.rules.ts';
import { isInsideUse, isPart2, isTpo, isVault, worksInProgram, type Question } from './question.rules.ts';
import type { ReasonCode } from './reasons.ts';
import type { RecordFacts } from './request.ts';
import { lacks, permit, type Rule, type Verdict } from './verdict.ts';

/** Purposes that other lanes answer, with rules of their own besides the consent. */
const elsewhere = new Set(['HLEGAL', 'FUNDRAISE', 'REGISTRY', 'REPORT', 'HRESCH']);

function applies(question: Question, record: RecordFacts): boolean {
  const { facts } = question;
  if (isVault(record.class) || elsewhere.has(facts.purpose)) return false;
  if (facts.recipient !== null) return facts.recipient.kind !== 'patient';
  if (facts.actor.kind === 'representative') return facts.purpose === 'FAMRQT' || facts.purpose === 'PATRQT';
  // What staff of the program do inside it takes no consent, and a consent opens nothing more there.
  return isInsideUse(question) && isTpo(facts.purpose) && !worksInProgram(question, record);
}

function codeFor({ facts }: Question, kind: string): ReasonCode {
  if (facts.recipient?.via?.kind === 'intermediary') return 'INTERMEDIARY_OK';
  if (kind === 'criminal-justice') return 'CJ_OK';
  return kind === 'tpo' ? 'TPO_OK' : 'SPECIFIC_OK';
}

function permitted(question: Question, record: RecordFacts, consent: { id: string; kind: string }): Verdict {
  const via = question.facts.recipient?.via;
  const along: readonly Obligation[] = via === undefined || via === null ? [] : via.kind === 'intermediary' ? ['intermediary-list'] : ['agreement-cited'];
  const restsOn = [consent.id, ...(via?.agreement ? [via.agreement.id] : [])];
  return permit('consent', codeFor(question, consent.kind), [...consentObligations(question, record), ...along], { restsOn });
}

/** Disclosure on a written consent: the single one for treatment, payment and operations, a specific one, or one for criminal justice (42 CFR 2.31, 2.33(a), 2.35). */
export const consented: Rule = (question, record) => {
  if (!applies(question, record)) return undefined;
  // Criminal justice hears by its own kind, and only those who made treatment a condition (42 CFR 2.35(a)).
  if (question.purpose === 'CRIMJUST' && question.facts.recipient?.kind !== 'criminal-justice') return lacks('consent', 'RECIPIENT_NOT_NAMED');
  const answer = consentFor(question, record);
  if (!('fault' in answer)) return permitted(question, record, answer.consent);
  const closed = lacks('consent', answer.fault === 'NO_CONSENT' && !isPart2(record) ? 'NOT_AUTHORIZED' : answer.fault);
  return answer.nearest ? { ...closed, nearest: answer.nearest } : closed;
};
