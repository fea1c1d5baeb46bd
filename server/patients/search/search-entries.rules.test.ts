import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mrnOf } from '../demographics/mrn.rules.ts';
import { codeOf, codesBeginningWith, partsOf } from './name-code.rules.ts';
import { leadingParts, nearest } from './near-names.rules.ts';
import { fitOf } from './ranking.rules.ts';
import { searchEntriesOf } from './search-entries.rules.ts';
import { numbersOf, readSearch } from './search-query.rules.ts';
import { variantsOf } from './spelling.rules.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const name = fc.stringMatching(/^[A-Z][a-z]{2,9}$/);
const person = fc.record({
  mrn: fc.integer({ min: 100_001, max: 999_999 }).map(mrnOf),
  givenName: name,
  nameToUse: fc.option(name),
  familyName: fc.oneof(
    name,
    fc.tuple(name, name).map(([one, other]) => `${one}-${other}`),
  ),
  birthDate: fc.integer({ min: 0, max: 40_000 }).map((days) => Temporal.PlainDate.from('1916-01-01').add({ days })),
  phone: fc.option(fc.stringMatching(/^[2-9]\d{9}$/)),
  otherPhone: fc.option(fc.stringMatching(/^[2-9]\d{9}$/)),
});

test('everyone is found by given and family name in either order, typed out or begun', () => {
  fc.assert(
    fc.property(person, fc.boolean(), fc.integer({ min: 2, max: 10 }), (someone, isFamilyFirst, letters) => {
      const family = partsOf(someone.familyName)[0] ?? '';
      const typed = isFamilyFirst ? `${family.slice(0, letters)} ${someone.givenName}` : `${someone.givenName} ${family.slice(0, letters)}`;
      const lead = leadingParts(readSearch(typed, today).parts);
      const [first, second] = [codesBeginningWith(lead?.first ?? ''), codesBeginningWith(lead?.second ?? '')];
      const found = searchEntriesOf(someone).names.some(
        (pair) => pair.first >= first.from && pair.first <= first.to && pair.second >= second.from && pair.second <= second.to,
      );
      expect(found).toBe(true);
    }),
  );
});

test('everyone is found by birth date, by phone, by its last four digits and by record number', () => {
  fc.assert(
    fc.property(person, (someone) => {
      const kept = new Set(searchEntriesOf(someone).numbers);
      const asked = [someone.birthDate.toString(), someone.mrn, ...(someone.phone ? [someone.phone, someone.phone.slice(-4)] : [])];
      for (const text of asked) expect(numbersOf(readSearch(text, today)).some((number) => kept.has(number))).toBe(true);
    }),
  );
});

test('a slip in the family name still leads to it', () => {
  fc.assert(
    fc.property(person, fc.nat(), (someone, at) => {
      const [family = ''] = partsOf(someone.familyName);
      const typed = [...family].toSpliced(at % family.length, 1).join('');
      fc.pre(typed.length >= 3);
      const wanted = new Set(variantsOf(typed));
      const known = searchEntriesOf(someone)
        .spellings.filter(({ variant }) => wanted.has(variant))
        .map(({ namePart }) => namePart);
      expect(nearest(typed, known)).toContain(codeOf(family));
    }),
  );
});

test('nobody takes more than a few rows', () => {
  fc.assert(
    fc.property(person, (someone) => {
      const { names, numbers } = searchEntriesOf(someone);
      expect(names.length).toBeLessThanOrEqual(8);
      expect(numbers.length).toBeLessThanOrEqual(6);
    }),
  );
});

test('former names lead to the person too', () => {
  const someone = { mrn: mrnOf(100_001), givenName: 'Ana', nameToUse: null, familyName: 'Torres', birthDate: today, phone: null, otherPhone: null };
  const before = searchEntriesOf(someone).names;
  const after = searchEntriesOf({ ...someone, formerNames: [{ givenName: 'Ana', familyName: 'Rivera' }] }).names;
  expect(after).toEqual(expect.arrayContaining([...before, { first: codeOf('rivera'), second: codeOf('ana') }]));
});

const rankable = (someone: {
  givenName: string;
  familyName: string;
  nameToUse: string | null;
  mrn: string;
  birthDate: Temporal.PlainDate;
  phone: string | null;
  otherPhone: string | null;
}) => ({ ...someone, middleName: null, formerNames: null });

test('what is typed exactly ranks first, and someone of another name does not belong in the list', () => {
  const base = { mrn: mrnOf(100_001), nameToUse: null, birthDate: today, phone: '2535550142', otherPhone: null };
  const wish = readSearch('john smith', today);
  const score = (givenName: string, familyName: string) => fitOf(wish, rankable({ ...base, givenName, familyName })).score;
  expect(score('John', 'Smith')).toBeGreaterThan(score('John', 'Smithson'));
  expect(score('John', 'Smithson')).toBeGreaterThan(score('Jon', 'Smyth'));
  expect(score('Jon', 'Smyth')).toBeGreaterThan(0);
  expect(score('Maria', 'Smith')).toBe(0);
});

test('the list says by what each person was found', () => {
  const someone = rankable({
    mrn: mrnOf(100_001),
    givenName: 'Ana',
    familyName: 'Torres',
    nameToUse: null,
    birthDate: Temporal.PlainDate.from('1988-03-04'),
    phone: '2535550142',
    otherPhone: null,
  });
  expect(fitOf(readSearch('torres 3/4/1988', today), someone).matchedOn).toEqual(['birth-date', 'name']);
  expect(fitOf(readSearch('torrse', today), someone).matchedOn).toEqual(['similar-name']);
  expect(fitOf(readSearch('0142', today), someone).matchedOn).toEqual(['phone']);
});
