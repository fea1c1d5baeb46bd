import { isInsideUse, worksInProgram, type Question } from './question.rules.ts';
import type { RecordFacts, RestrictionFacts } from './request.ts';
import { forbid, type Rule } from './verdict.ts';

/**
 * In force for this record: agreed to and not ended. The program never ends a self-pay restriction (42 CFR 2.26(c)), and any other only for what is
 * made after it told the patient (45 CFR 164.522(a)(2)(iii)).
 */
function isInForce({ facts: { timeZone } }: Question, { kind, endedAt, endedBy }: RestrictionFacts, { date }: RecordFacts): boolean {
  if (kind === 'requested') return false;
  if (endedAt === null) return true;
  if (endedBy === 'patient') return false;
  return kind === 'self-pay' || date === null || Temporal.PlainDate.compare(date, endedAt.toZonedDateTimeISO(timeZone).toPlainDate()) <= 0;
}

function isOfDays({ served }: RestrictionFacts, { date }: RecordFacts): boolean {
  if (served === undefined || date === null) return true;
  return Temporal.PlainDate.compare(date, served.from) >= 0 && Temporal.PlainDate.compare(date, served.to) <= 0;
}

function isOfRecord(restriction: RestrictionFacts, record: RecordFacts): boolean {
  const { classes, encounterIds, programIds } = restriction;
  if (classes !== 'all' && !classes.includes(record.class)) return false;
  if (programIds !== 'all' && (record.programId === null || !programIds.includes(record.programId))) return false;
  if (!isOfDays(restriction, record)) return false;
  if (encounterIds === 'all') return true;
  // A claim that names no encounter may hold any.
  return record.encounterId === null ? record.class === 'claim' : encounterIds.includes(record.encounterId);
}

function isOfRecipient(question: Question, record: RecordFacts, { kind, partyIds }: RestrictionFacts): boolean {
  const { recipient, actor } = question.facts;
  if (kind === 'self-pay') return recipient?.kind === 'health-plan' || recipient?.kind === 'third-party-payer';
  if (recipient !== null) return partyIds === 'all' || partyIds.includes(recipient.partyId);
  if (partyIds === 'all') return !worksInProgram(question, record);
  return actor.id !== null && partyIds.includes(actor.id);
}

function isOfPurpose({ purpose }: Question, { kind, purposes }: RestrictionFacts): boolean {
  if (kind === 'self-pay') return purpose === 'HPAYMT' || purpose === 'HOPERAT';
  return purposes.includes(purpose) || (purpose === 'TREAT' && purposes.includes('ETREAT'));
}

/** A restriction that holds for this record, recipient and purpose; undefined when none does. Restricting what all may hear leaves the program itself at work. */
export function restrictionOn(question: Question, record: RecordFacts): RestrictionFacts | undefined {
  return question.facts.restrictions.find(
    (restriction) =>
      isInForce(question, restriction, record) && isOfPurpose(question, restriction) && isOfRecipient(question, record, restriction) && isOfRecord(restriction, record),
  );
}

/** Restrictions stand before consents, and yield to emergencies and to what law compels (42 CFR 2.26; 45 CFR 164.522(a)). */
export const restrictionGate: Rule = (question, record) => {
  const restriction = restrictionOn(question, record);
  if (!restriction) return undefined;
  const { actor } = question.facts;
  if (restriction.kind === 'self-pay') return { ...forbid('SELF_PAY', ['strip-restricted']), restsOn: [restriction.id] };
  const asks = actor.kind === 'outside' || (isInsideUse(question) && !worksInProgram(question, record));
  const spares = ['emergency', 'legal', 'report', 'audit', 'patient', 'public-health'] as const;
  return { ...forbid('RESTRICTED', asks ? ['constant-reply'] : [], spares), restsOn: [restriction.id] };
};
