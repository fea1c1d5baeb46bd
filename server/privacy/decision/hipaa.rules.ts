import { silence } from '../jurisdictions/resolve.rules.ts';
import { hasPartInCare, isInsideUse, isPart2, isTpo, isVault, worksInProgram, type Question } from './question.rules.ts';
import type { RecordFacts } from './request.ts';
import { lacks, permit, type Rule, type Verdict } from './verdict.ts';

/** Whether HIPAA lets treatment, payment or operations go to this recipient without authorization (45 CFR 164.506(c)). */
export function hipaaLets({ purpose, facts: { recipient } }: Question): boolean {
  if (recipient === null) return false;
  const { kind, status, treatingVerified } = recipient;
  const cares = kind === 'provider' || kind === 'part2-program';
  if (purpose === 'TREAT') return cares;
  if (purpose === 'HPAYMT') return cares || kind === 'health-plan' || kind === 'third-party-payer';
  // Operations of another covered entity: only of a patient whom both have, and only some kinds of operations.
  return purpose === 'HOPERAT' && status === 'covered-entity' && (kind === 'health-plan' || treatingVerified);
}

function inHouse(question: Question, record: RecordFacts): Verdict | undefined {
  if (worksInProgram(question, record) || !isTpo(question.purpose)) return undefined;
  if (question.purpose !== 'TREAT') return permit('hipaa', question.purpose === 'HPAYMT' ? 'HIPAA_PAYMENT' : 'HIPAA_OPERATIONS', ['minimum-necessary']);
  return hasPartInCare(question, record) ? permit('hipaa', 'HIPAA_TREATMENT', []) : lacks('hipaa', 'NOT_ON_CARE_TEAM', ['constant-reply', 'human-review']);
}

/** What a state asks for before mental health records leave for treatment (42 CFR 2.20; 45 CFR 160.203(b)). */
function stateLets(question: Question): Verdict | undefined {
  const answer = question.rule('mental-health-treatment-disclosure');
  if (answer.state !== 'current') return lacks('hipaa', silence(answer) ?? 'RULE_MISSING', ['human-review']);
  const { needs, unlessLicence } = answer.value as { needs: 'nothing' | 'consent'; unlessLicence?: string };
  if (needs === 'nothing') return undefined;
  if (unlessLicence !== undefined && question.facts.recipient?.licences.includes(unlessLicence)) return undefined;
  return lacks('hipaa', 'STATE_CONSENT_REQUIRED');
}

/** Treatment, payment and operations with a record outside Part 2: no consent, unless a state asks for one. */
export const hipaa: Rule = (question, record) => {
  if (isPart2(record) || isVault(record.class)) return undefined;
  if (isInsideUse(question)) return inHouse(question, record);
  if (!hipaaLets(question)) return undefined;
  if (question.purpose === 'TREAT') return stateLets(question) ?? permit('hipaa', 'HIPAA_TREATMENT', []);
  return permit('hipaa', question.purpose === 'HPAYMT' ? 'HIPAA_PAYMENT' : 'HIPAA_OPERATIONS', ['minimum-necessary']);
};

const carriers = new Set(['tpo-consent', 'hipaa']);

/** Used within the organisation that received it. */
function usedHere(question: Question, record: RecordFacts, basis: string | null): Verdict | undefined {
  if (worksInProgram(question, record) || basis === null || !carriers.has(basis)) return undefined;
  const needed = question.purpose !== 'TREAT' || hasPartInCare(question, record);
  return needed ? permit('redisclosure', 'CE_REDISCLOSURE', ['labels-stay', 'proceedings-ban-stays']) : lacks('redisclosure', 'NOT_ON_CARE_TEAM', ['human-review']);
}

/** Only a covered entity or business associate, with what it received for treatment, payment or operations. */
function mayPassOn(question: Question, basis: string): boolean {
  const { holder } = question.facts;
  return (holder === 'covered-entity' || holder === 'business-associate') && carriers.has(basis) && hipaaLets(question);
}

/** A Part 2 record received for treatment, payment or operations: a covered entity uses and passes it on as HIPAA allows, never for proceedings (42 CFR 2.33(b)(1)). */
export const redisclosure: Rule = (question, record) => {
  const { origin } = record;
  if (origin.kind !== 'received' || !isPart2(record) || isVault(record.class) || !isTpo(question.purpose)) return undefined;
  if (isInsideUse(question)) return usedHere(question, record, origin.basis);
  if (origin.basis === null) return lacks('redisclosure', 'RECEIPT_BASIS_UNKNOWN', ['constant-reply', 'human-review']);
  if (!mayPassOn(question, origin.basis)) return lacks('redisclosure', 'REDISCLOSURE_NOT_ALLOWED', ['constant-reply']);
  const state = question.purpose === 'TREAT' ? stateLets(question) : undefined;
  return state ?? permit('redisclosure', 'CE_REDISCLOSURE', passedOn(question));
};

function passedOn(question: Question): Verdict['obligations'] {
  const answer = question.rule('notice-on-redisclosure');
  const notice = answer.state === 'current' && answer.value === false ? [] : (['notice'] as const);
  const least = question.purpose === 'TREAT' ? [] : (['minimum-necessary'] as const);
  return [...notice, ...least, 'labels-stay', 'proceedings-ban-stays'];
}
