import type { TedsRecord } from '#server/stays/teds/teds.contract.ts';

type Field = TedsRecord['fields'][number];

/** Fields that are asked now: what belongs to a substance only once it is named. */
export function askedFields(fields: readonly Field[], answers: Readonly<Record<string, string>>): readonly Field[] {
  return fields.filter(({ needs }) => !needs || !['', needs.none].includes(answers[needs.field] ?? ''));
}

/** Answers without those of fields that are no longer asked. */
export function answersAsked(fields: readonly Field[], answers: Readonly<Record<string, string>>): Record<string, string> {
  const asked = new Set(askedFields(fields, answers).map(({ key }) => key));
  return Object.fromEntries(Object.entries(answers).filter(([key, answer]) => asked.has(key) && answer !== ''));
}
