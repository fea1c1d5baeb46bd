import type { Obligation } from './facts.ts';
import { consentFor, consentObligations } from './consent.rules.ts';
import { orderCovers, orderFits, orderFor, orderInForce } from './orders.rules.ts';
import { isInsideUse, isPart2, isVault, type Question } from './question.rules.ts';
import type { ReasonCode } from './reasons.ts';
import type { RecordFacts } from './request.ts';
import { lacks, permit, type Rule, type Verdict } from './verdict.ts';

const silent: readonly Obligation[] = ['constant-reply', 'human-review'];
const accounted: readonly Obligation[] = ['hipaa-accounting', 'minimum-necessary', 'human-review'];

/** An order opens, a subpoena compels; with the order alone a named person decides (42 CFR 2.61). */
function underOrder(question: Question, record: RecordFacts): Verdict | undefined {
  const order = orderFor(question, record);
  if (!order) return undefined;
  const restsOn = [order.id];
  if (question.facts.legal?.subpoena || !isPart2(record)) return permit('legal', 'ORDER_OK', accounted, { restsOn, citation: `42 CFR 2.61, ${order.kind}` });
  return { effect: 'hold', lane: 'legal', reason: 'ORDER_WITHOUT_SUBPOENA', obligations: ['human-review'], restsOn };
}

/** What is wrong with the orders on file. */
function orderFault(question: Question, record: RecordFacts): ReasonCode {
  const { orders } = question.facts;
  const live = orders.filter((order) => orderInForce(question, order));
  if (live.length === 0) return 'ORDER_NOT_IN_FORCE';
  const fitting = live.filter((order) => orderFits(question, order));
  if (fitting.length === 0) return 'ORDER_WRONG_KIND';
  return fitting.some((order) => orderCovers(question, record, order)) ? 'CONFIDENTIAL_COMMUNICATIONS' : 'ORDER_OUT_OF_SCOPE';
}

function underConsent(question: Question, record: RecordFacts): Verdict | ReasonCode {
  const answer = consentFor(question, record);
  if ('fault' in answer) return answer.fault;
  return permit('consent', 'LEGAL_CONSENT_OK', consentObligations(question, record), { restsOn: [answer.consent.id] });
}

/** In an action that the patient brought the program may use what it needs to defend itself; what leaves for it goes to counsel or court. */
function defence(question: Question): Verdict | undefined {
  const { legal, recipient } = question.facts;
  if (!legal?.broughtByPatient || !(isInsideUse(question) || recipient?.kind === 'attorney' || recipient?.kind === 'court')) return undefined;
  return permit('legal', 'DEFENCE', ['minimum-necessary', 'human-review']);
}

/** What researchers and auditors hold is in no order's reach against a patient. */
function heldForOversight({ origin }: RecordFacts): Verdict | undefined {
  if (origin.kind !== 'received' || (origin.basis !== 'research' && origin.basis !== 'audit')) return undefined;
  return { ...lacks('legal', 'PROCEEDINGS_BAN', [...silent, 'proceedings-ban-stays']), citation: '42 CFR 2.62' };
}

/** Outside Part 2 a subpoena with satisfactory assurances is enough. */
function withAssurances({ facts }: Question, record: RecordFacts): Verdict | undefined {
  if (isPart2(record) || isVault(record.class) || !facts.legal?.subpoena || !facts.legal.assurances) return undefined;
  return permit('legal', 'HIPAA_LAW', accounted, { citation: '45 CFR 164.512(e)(1)(ii)' });
}

/** Why none of the ways is open, the most telling first. */
function refusal(question: Question, record: RecordFacts, consentFault: ReasonCode): Verdict {
  const { orders, report, legal: demand } = question.facts;
  if (orders.length > 0) return lacks('legal', orderFault(question, record), silent);
  if (consentFault === 'REVOKED') return lacks('consent', consentFault, [...silent, 'stop-queued']);
  if (consentFault !== 'NO_CONSENT') return lacks('consent', consentFault, silent);
  if (record.origin.kind === 'received' && isPart2(record)) return lacks('legal', 'PROCEEDINGS_BAN', [...silent, 'proceedings-ban-stays']);
  if (report) return lacks('legal', 'ORIGINAL_RECORDS_PROTECTED', silent);
  return lacks('legal', demand?.subpoena ? 'SUBPOENA_WITHOUT_ORDER' : 'LEGAL_NEEDS_ORDER', silent);
}

/** Proceedings are a lane of their own: closed to treatment consents, to HIPAA's permissions, to emergencies and to roles (42 CFR 2.12(d)(1), subpart E). */
export const legal: Rule = (question, record) => {
  if (question.purpose !== 'HLEGAL') return undefined;
  const decided = heldForOversight(record) ?? underOrder(question, record) ?? defence(question) ?? withAssurances(question, record);
  if (decided) return decided;
  const consented = underConsent(question, record);
  return typeof consented === 'string' ? refusal(question, record, consented) : consented;
};
