import type { RecordClass } from './facts.ts';
import type { RecordFacts } from './request.ts';
import { hasPartInCare, isInsideUse, isPart2, isTpo, isVault, worksInProgram, type Question } from './question.rules.ts';
import { forbid, lacks, permit, type Rule } from './verdict.ts';

/** What anybody at the front of a program may need of anybody. */
const withoutRelationship: readonly RecordClass[] = ['schedule', 'demographics', 'message', 'claim', 'group-roster'];

/** Whether only a part in the care opens the record: for treatment, unless the program decided that these roles need the records of all. */
function needsRelationship(question: Question, record: RecordFacts): boolean {
  const { purpose, facts } = question;
  if (purpose !== 'TREAT' || facts.purpose === 'ETREAT' || withoutRelationship.includes(record.class)) return false;
  if (record.programId !== null && facts.actor.needsAllOf?.includes(record.programId)) return false;
  const answer = question.rule('relationship-needed-inside');
  return answer.state !== 'current' || answer.value !== false;
}

/** Within the program, or from a unit that administers it: no consent for those who need it for their part (42 CFR 2.12(c)(3)). */
export const inside: Rule = (question, record) => {
  if (!isInsideUse(question) || !worksInProgram(question, record) || isVault(record.class)) return undefined;
  if (!isTpo(question.purpose) && question.purpose !== 'TRAIN') return undefined;
  if (needsRelationship(question, record) && !hasPartInCare(question, record)) return lacks('inside', 'NOT_ON_CARE_TEAM', ['human-review']);
  if (isPart2(record)) return permit('inside', 'INTRA_PROGRAM', ['minimum-necessary']);
  return permit('inside', question.purpose === 'HPAYMT' ? 'HIPAA_PAYMENT' : question.purpose === 'TREAT' ? 'HIPAA_TREATMENT' : 'HIPAA_OPERATIONS', ['minimum-necessary']);
};

/** Whether one of the actor's roles needs this class; roles without a line need nothing (45 CFR 164.514(d)(2)). */
function roleNeeds(question: Question, recordClass: RecordClass): boolean {
  const answer = question.rule('role-classes');
  if (answer.state !== 'current') return false;
  const classes = answer.value as Record<string, 'all' | readonly RecordClass[]>;
  return question.facts.actor.roles.some((role) => {
    const listed = Object.hasOwn(classes, role) ? classes[role] : undefined;
    return listed === 'all' || (listed ?? []).includes(recordClass);
  });
}

/** Minimum necessary by role: a biller never sees narrative, whatever consent there is. */
export const roleGate: Rule = (question, record) => {
  if (!isInsideUse(question) || question.facts.actor.kind !== 'staff' || roleNeeds(question, record.class)) return undefined;
  return forbid('BEYOND_ROLE', [], ['emergency']);
};
