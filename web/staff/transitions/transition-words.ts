import type { Effect, TransitionReply } from '#server/transitions/transitions/transitions.contract.ts';

/** A move in words. */
export const kindWords: Readonly<Record<TransitionReply['kind'], string>> = {
  'step-up': 'step up',
  'step-down': 'step down',
  transfer: 'transfer',
  'second-program': 'second program beside the first',
  readmission: 'readmission',
};

const parts: readonly (readonly [part: string, label: string])[] = [
  ['stay', 'Stay'],
  ['bed', 'Bed'],
  ['diagnoses', 'Diagnoses'],
  ['plan', 'Care plan'],
  ['medications', 'Medications'],
  ['authorizations', 'Authorizations'],
  ['appointments', 'Appointments'],
  ['groups', 'Groups'],
];

/** Effects by the part of the record, in the order in which one thinks of them; parts that this page does not know come last. */
export function inGroups(effects: readonly Effect[]): readonly { label: string; effects: readonly Effect[] }[] {
  const known = parts.map(([part]) => part);
  const others = [...new Set(effects.map(({ part }) => part))].filter((part) => !known.includes(part)).map((part) => [part, part] as const);
  return [...parts, ...others]
    .map(([part, label]) => ({ label: label.charAt(0).toUpperCase() + label.slice(1), effects: effects.filter((effect) => effect.part === part) }))
    .filter((group) => group.effects.length > 0);
}

/** What a field of date and time holds. */
export function localMoment({ day, minutes }: { readonly day: string; readonly minutes: number }): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${day}T${two(minutes / 60)}:${two(minutes % 60)}`;
}
