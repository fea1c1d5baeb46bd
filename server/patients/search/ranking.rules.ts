import { partsOf } from './name-code.rules.ts';
import type { SearchWish } from './search-query.rules.ts';
import { closeness } from './spelling.rules.ts';

/** What ranking looks at. `isFormer` when the row is a merged record that leads to another. */
export interface Rankable {
  readonly mrn: string;
  readonly givenName: string;
  readonly middleName: string | null;
  readonly familyName: string;
  readonly nameToUse: string | null;
  readonly formerNames: string | null;
  readonly birthDate: Temporal.PlainDate;
  readonly phone: string | null;
  readonly otherPhone: string | null;
}

export type Matched = 'name' | 'similar-name' | 'birth-date' | 'phone' | 'mrn';

/** How well someone fits, from 0 upward, and by what. */
export interface Fit {
  readonly score: number;
  readonly matchedOn: readonly Matched[];
}

function bestOf(typed: string, parts: readonly string[]): number {
  // What is written out plainly needs no guessing at sounds, which costs most.
  if (parts.includes(typed)) return 1;
  const begun = parts.filter((part) => part.startsWith(typed));
  return (begun.length > 0 ? begun : parts).reduce((best, part) => Math.max(best, closeness(typed, part)), 0);
}

/** How well the name fits: 0 when any part of what was typed is in no name of the person. */
export function nameFit(typedParts: readonly string[], person: Rankable): number {
  const family = partsOf(person.familyName);
  const every = [...family, ...partsOf(`${person.givenName} ${person.nameToUse ?? ''} ${person.middleName ?? ''} ${person.formerNames ?? ''}`)];
  const fits = typedParts.map((typed) => bestOf(typed, every));
  if (fits.length === 0 || fits.includes(0)) return 0;
  // Among equals the family name comes first: that is how lists are read.
  const familyFirst = bestOf(typedParts[0] ?? '', family) >= 0.85 ? 0.01 : 0;
  return fits.reduce((sum, fit) => sum + fit, 0) / fits.length + familyFirst;
}

function numbersMatched(wish: SearchWish, person: Rankable): Matched[] {
  const phones = [person.phone, person.otherPhone].filter((number) => number !== null);
  const isPhone = phones.some((number) => wish.phones.includes(number) || wish.lastFours.includes(number.slice(-4)));
  return [
    ...(wish.mrns.includes(person.mrn) ? (['mrn'] as const) : []),
    ...(wish.birthDates.some((day) => day.equals(person.birthDate)) ? (['birth-date'] as const) : []),
    ...(isPhone ? (['phone'] as const) : []),
  ];
}

/** How someone fits a wish. Score 0: does not belong in the list. */
export function fitOf(wish: SearchWish, person: Rankable): Fit {
  const numbers = numbersMatched(wish, person);
  const name = nameFit(wish.parts, person);
  if (wish.parts.length > 0 && name === 0) return { score: 0, matchedOn: [] };
  const byName: Matched[] = name === 0 ? [] : [name >= 0.85 ? 'name' : 'similar-name'];
  return { score: name + numbers.length + (numbers.includes('mrn') ? 1 : 0), matchedOn: [...numbers, ...byName] };
}
