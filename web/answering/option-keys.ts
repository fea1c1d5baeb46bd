import type { Instrument, Item } from '#server/assessments/instruments/instrument.contract.ts';

type Options = Instrument['optionSets'][string];

/** The digit for each option: its score where scores are single digits and all differ, as printed on paper forms; else its place from 1. None beyond nine. */
export function optionKeys(options: Options): readonly (string | null)[] {
  const scores = options.map(({ score }) => score);
  const areDigits = scores.every((score) => score !== null && Number.isInteger(score) && score >= 0 && score <= 9) && new Set(scores).size === scores.length;
  return options.map((_, place) => (areDigits ? String(scores[place]) : place < 9 ? String(place + 1) : null));
}

/** What a key means to the question that has the focus. */
export type KeyMeaning = { readonly kind: 'choose'; readonly option: number } | { readonly kind: 'next' | 'previous' } | { readonly kind: 'nothing' };

const nothing: KeyMeaning = { kind: 'nothing' };

/** Digits choose, arrows up and down move, Enter goes on; in a field for words or numbers digits are typed. */
export function meaningOfKey(key: string, item: Item, options: Options): KeyMeaning {
  if (key === 'Enter' || key === 'ArrowDown') return { kind: 'next' };
  if (key === 'ArrowUp') return { kind: 'previous' };
  if (item.options === undefined) return nothing;
  const option = optionKeys(options).indexOf(key);
  return option === -1 ? nothing : { kind: 'choose', option };
}
