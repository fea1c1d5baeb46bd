import type { Question } from './question.rules.ts';

function familiesOf(question: Question): readonly (readonly string[])[] {
  const answer = question.rule('label-families');
  return answer.state === 'current' ? Object.values(answer.value as Record<string, readonly string[]>) : [];
}

/** Whether leaving out these labels leaves out a record with those: a family counts as one, and a name of a family as all of it (HL7 v3 ActCode). */
export function isExcluded(question: Question, labels: readonly string[], excluded: readonly string[]): boolean {
  if (excluded.length === 0 || labels.length === 0) return false;
  const families = familiesOf(question);
  return labels.some((label) => excluded.some((out) => out === label || families.some((family) => family.includes(out) && family.includes(label))));
}

/** The first label that no rule knows; its meaning may be anything, so the record stays. */
export function unknownLabel(question: Question, labels: readonly string[]): string | undefined {
  if (labels.length === 0) return undefined;
  const answer = question.rule('known-labels');
  const known = answer.state === 'current' ? (answer.value as readonly string[]) : [];
  return labels.find((label) => !known.includes(label));
}
