import { ruleOn, type RuleAnswer } from '../jurisdictions/resolve.rules.ts';
import type { PurposeOfUse, RecordClass } from './facts.ts';
import type { Facts, RecordFacts } from './request.ts';

/** The facts, and what several rules ask of them, answered once a decision. */
export interface Question {
  readonly facts: Facts;
  /** The purpose as consents and restrictions know it: emergency treatment is treatment. */
  readonly purpose: PurposeOfUse;
  /** The day in the program's time zone. */
  today(): Temporal.PlainDate;
  rule(code: string): RuleAnswer;
  /** The first day on which the patient has this age. */
  turns(age: number): Temporal.PlainDate;
}

/** Facts as a question to the rules. */
export function ask(facts: Facts): Question {
  let today: Temporal.PlainDate | undefined;
  const answers = new Map<string, RuleAnswer>();
  const birthdays = new Map<number, Temporal.PlainDate>();
  const question: Question = {
    facts,
    purpose: facts.purpose === 'ETREAT' ? 'TREAT' : facts.purpose,
    today: () => (today ??= facts.at.toZonedDateTimeISO(facts.timeZone).toPlainDate()),
    rule: (code) => {
      const known = answers.get(code) ?? ruleOn(facts.rules, code, question.today());
      answers.set(code, known);
      return known;
    },
    turns: (age) => {
      const known = birthdays.get(age) ?? facts.patient.birthDate.add({ years: age });
      birthdays.set(age, known);
      return known;
    },
  };
  return question;
}

/** Treatment, payment and operations: what one consent may cover for all time to come (42 CFR 2.33(a)(2)). */
export function isTpo(purpose: PurposeOfUse): boolean {
  return purpose === 'TREAT' || purpose === 'ETREAT' || purpose === 'HPAYMT' || purpose === 'HOPERAT';
}

const part2Labels = new Set(['part2', '42CFRPart2', '42CFRPart2CD', 'NORDSCLCD', 'NORDSLCD']);

/** Whether Part 2 protects it. What is not known to be outside is inside: unknown program, unknown status, unknown ground of receipt (42 CFR 2.12(e)). */
export function isPart2(record: RecordFacts): boolean {
  if (record.programId === null || record.part2 !== 'no') return true;
  if (record.origin.kind === 'received' && record.origin.basis === null) return true;
  return record.labels.some((label) => part2Labels.has(label));
}

/** Whether the clinician's own notes are kept apart: the two vaults. */
export function isVault(recordClass: RecordClass): boolean {
  return recordClass === 'counseling-note' || recordClass === 'psychotherapy-note';
}

/** Staff who work in the program that made the record, or in a unit with direct administrative control of it (42 CFR 2.12(c)(3)). */
export function worksInProgram({ facts }: Question, record: RecordFacts): boolean {
  const { kind, programs, administers } = facts.actor;
  if (record.programId === null || (kind !== 'staff' && kind !== 'system')) return false;
  return programs.includes(record.programId) || administers.includes(record.programId);
}

/** Staff of the organisation who would see it, and not somebody outside. */
export function isInsideUse({ facts }: Question): boolean {
  return facts.recipient === null && (facts.actor.kind === 'staff' || facts.actor.kind === 'system');
}

/** Whether the actor has a part in the care of the patient. */
export function hasPartInCare({ facts: { actor } }: Question, record: RecordFacts): boolean {
  if (actor.treating || actor.onCareTeam) return true;
  const writer = record.originatorId;
  return writer !== null && (writer === actor.id || actor.supervises.includes(writer));
}

/** Whether somebody asks who must not learn what is kept from them: outside, or staff of another unit. */
export function isStrangerAsking(question: Question, record: RecordFacts | undefined): boolean {
  const { kind } = question.facts.actor;
  if (kind === 'outside' || kind === 'representative') return true;
  return isInsideUse(question) && (record === undefined || !worksInProgram(question, record));
}
