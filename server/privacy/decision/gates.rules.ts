import { silence } from '../jurisdictions/resolve.rules.ts';
import type { PurposeOfUse, RecordClass } from './facts.ts';
import { unknownLabel } from './labels.rules.ts';
import { isInsideUse, isStrangerAsking, worksInProgram } from './question.rules.ts';
import { forbid, type Rule } from './verdict.ts';

/** Nobody unknown hears anything, not even whether somebody is a patient (42 CFR 2.13(c)). */
export const callerGate: Rule = ({ facts: { actor, recipient } }) => {
  const isUnknown = recipient?.kind === 'unknown' || (actor.kind === 'outside' && recipient === null);
  return isUnknown ? forbid('EXISTENCE_NOT_CONFIRMED', ['constant-reply']) : undefined;
};

/** A list of a group names other patients: it stays with those who work in the program. */
export const rosterGate: Rule = (question, record) => {
  if (record.class !== 'group-roster' || (isInsideUse(question) && worksInProgram(question, record))) return undefined;
  return forbid('OTHER_PATIENTS', isStrangerAsking(question, record) ? ['constant-reply'] : []);
};

/** A label without a known meaning keeps the record in the program: every label must be allowed, and nobody can allow what nobody knows. */
export const labelGate: Rule = (question, record) => {
  if (unknownLabel(question, record.labels) === undefined || (isInsideUse(question) && worksInProgram(question, record))) return undefined;
  return forbid('LABEL_UNKNOWN', isStrangerAsking(question, record) ? ['constant-reply', 'human-review'] : ['human-review'], ['emergency', 'patient']);
};

/** Where a state asks the recipient of such records for a written statement first (such as Cal. Civil Code 56.104). */
export const statementGate: Rule = (question, record) => {
  const { recipient, stateStatementOnFile } = question.facts;
  if (recipient === null || stateStatementOnFile || recipient.kind === 'patient') return undefined;
  const answer = question.rule('psychotherapy-information-statement');
  if (answer.state !== 'current') return forbid(silence(answer) ?? 'RULE_MISSING', ['human-review'], ['emergency', 'patient', 'legal', 'report', 'audit']);
  const { purposes, classes } = answer.value as { purposes: readonly PurposeOfUse[]; classes: readonly RecordClass[] };
  if (!purposes.includes(question.purpose) || !classes.includes(record.class)) return undefined;
  return forbid('STATE_STATEMENT_REQUIRED', ['human-review'], ['emergency']);
};
