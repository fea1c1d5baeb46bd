import { codeOf, partsOf } from './name-code.rules.ts';
import { variantsOf } from './spelling.rules.ts';

/** What search needs to know of a person. Phones have ten digits; former names are pairs of given and family name. */
export interface Searchable {
  readonly mrn: string;
  readonly givenName: string;
  readonly nameToUse: string | null;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate;
  readonly phone: string | null;
  readonly otherPhone: string | null;
  readonly formerNames?: readonly { readonly givenName: string; readonly familyName: string }[];
}

/** Rows of the three search tables for one person, without the program. */
export interface SearchEntries {
  readonly names: readonly { readonly first: number; readonly second: number }[];
  readonly numbers: readonly number[];
  readonly spellings: readonly { readonly variant: number; readonly namePart: number }[];
}

// Kinds of numbers, kept apart by a tag above ten digits.
const tag = { birthDate: 1e11, phone: 2e11, lastFour: 3e11, mrn: 4e11 } as const;

/** Numbers under which people are kept and looked for. */
export const numberOf = {
  birthDate: (day: Temporal.PlainDate) => tag.birthDate + day.year * 10_000 + day.month * 100 + day.day,
  phone: (tenDigits: string) => tag.phone + Number(tenDigits),
  lastFour: (fourDigits: string) => tag.lastFour + Number(fourDigits),
  mrn: (digits: string) => tag.mrn + Number(digits),
} as const;

// A name of more parts is found by its first four; every pair costs two rows.
const mostParts = 4;

const distinct = <T>(items: readonly T[]): T[] => [...new Set(items)];

function pairsOf(givenParts: readonly string[], familyParts: readonly string[]): { first: number; second: number }[] {
  const pairs = givenParts.flatMap((given) => familyParts.flatMap((family) => [[given, family] as const, [family, given] as const]));
  const codes = pairs.map(([first, second]) => ({ first: codeOf(first), second: codeOf(second) }));
  // Two parts may share their first eleven letters: the table keeps one row of them.
  return [...new Map(codes.map((pair) => [`${pair.first} ${pair.second}`, pair])).values()];
}

function namePartsOf(person: Searchable): { given: string[]; family: string[] } {
  const former = person.formerNames ?? [];
  return {
    given: distinct([person.givenName, person.nameToUse ?? '', ...former.map((name) => name.givenName)].flatMap(partsOf)).slice(0, mostParts),
    family: distinct([person.familyName, ...former.map((name) => name.familyName)].flatMap(partsOf)).slice(0, mostParts),
  };
}

/** Pairs of name parts by which a person is found. */
export function searchNamesOf(person: Searchable): SearchEntries['names'] {
  const { given, family } = namePartsOf(person);
  return pairsOf(given, family);
}

/** Numbers by which a person is found. */
export function searchNumbersOf(person: Searchable): SearchEntries['numbers'] {
  const phones = [person.phone, person.otherPhone].filter((phone) => phone !== null);
  return distinct([
    numberOf.birthDate(person.birthDate),
    numberOf.mrn(person.mrn),
    ...phones.map(numberOf.phone),
    ...phones.map((phone) => numberOf.lastFour(phone.slice(-4))),
  ]);
}

/** Variants of each name part; the same for all who bear it. */
export function searchSpellingsOf(person: Searchable): SearchEntries['spellings'] {
  const { given, family } = namePartsOf(person);
  const spellings = [...given, ...family].flatMap((part) => variantsOf(part).map((variant) => ({ variant, namePart: codeOf(part) })));
  return [...new Map(spellings.map((spelling) => [`${spelling.variant} ${spelling.namePart}`, spelling])).values()];
}

/** The rows by which one person is found in one program. */
export function searchEntriesOf(person: Searchable): SearchEntries {
  return { names: searchNamesOf(person), numbers: searchNumbersOf(person), spellings: searchSpellingsOf(person) };
}
