import type { Question } from './question.rules.ts';
import type { LegalFacts, OrderFacts, RecordFacts } from './request.ts';

/** Which section an order must be made under (42 CFR 2.64-2.67). */
const sectionFor: Record<LegalFacts['proceeding'], OrderFacts['kind']> = {
  noncriminal: '2.64',
  'criminal-against-patient': '2.65',
  'against-program': '2.66',
};

/** Whether the order is in force today. */
export function orderInForce(question: Question, { vacated, issuedOn, expiresOn }: OrderFacts): boolean {
  const today = question.today();
  if (vacated || Temporal.PlainDate.compare(issuedOn, today) > 0) return false;
  return expiresOn === null || Temporal.PlainDate.compare(today, expiresOn) <= 0;
}

/** Whether it was made under the section that the proceeding needs. */
export function orderFits({ facts }: Question, { kind }: OrderFacts): boolean {
  return kind === sectionFor[facts.legal?.proceeding ?? 'noncriminal'];
}

/** Whether recipient, content and dates are within the order (42 CFR 2.64(e), 2.65(e)). */
export function orderCovers({ facts }: Question, record: RecordFacts, { partyIds, classes, from, to }: OrderFacts): boolean {
  if (facts.recipient === null || !partyIds.includes(facts.recipient.partyId)) return false;
  if (classes !== 'all' && !classes.includes(record.class)) return false;
  if (from === null && to === null) return true;
  if (record.date === null) return false;
  return (from === null || Temporal.PlainDate.compare(record.date, from) >= 0) && (to === null || Temporal.PlainDate.compare(record.date, to) <= 0);
}

/** The order that covers this record now; one with the findings of 42 CFR 2.63 before one without. */
export function orderFor(question: Question, record: RecordFacts): OrderFacts | undefined {
  const fitting = question.facts.orders.filter((order) => orderInForce(question, order) && orderFits(question, order) && orderCovers(question, record, order));
  return fitting.find((order) => order.confidentialCommunications) ?? fitting[0];
}
