import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likenessOf } from './duplicate-score.rules.ts';

const name = fc.constantFrom('Maria', 'Marja', 'John', 'Jon', 'Garcia', 'Garzia', 'Smith', 'Smyth', 'Nguyen', 'Lee');
const person = fc.record({
  givenName: name,
  nameToUse: fc.option(name),
  familyName: name,
  birthDate: fc.integer({ min: 0, max: 900 }).map((days) => Temporal.PlainDate.from('1988-01-01').add({ days })),
  phone: fc.option(fc.constantFrom('2535550142', '2535550143')),
  email: fc.option(fc.constantFrom('a@example.org', 'b@example.org')),
});

test('it does not matter which of two records is new', () => {
  fc.assert(
    fc.property(person, person, (one, other) => {
      expect(likenessOf(one, other).score).toBe(likenessOf(other, one).score);
    }),
  );
});

test('a score lies between 0 and 100', () => {
  fc.assert(
    fc.property(person, person, (one, other) => {
      expect(likenessOf(one, other).score).toSatisfy((score: number) => score >= 0 && score <= 100);
    }),
  );
});

test('nobody is more like a record than the record itself', () => {
  fc.assert(
    fc.property(person, person, (one, other) => {
      expect(likenessOf(one, one).score).toBeGreaterThanOrEqual(likenessOf(one, other).score);
    }),
  );
});

test('a phone number in common never makes two records less alike', () => {
  fc.assert(
    fc.property(person, person, (one, other) => {
      const apart = likenessOf({ ...one, phone: null }, { ...other, phone: null }).score;
      expect(likenessOf({ ...one, phone: '2535550199' }, { ...other, phone: '2535550199' }).score).toBeGreaterThanOrEqual(apart);
    }),
  );
});

const maria = { givenName: 'Maria', familyName: 'Garcia', birthDate: Temporal.PlainDate.from('1988-03-04'), phone: '2535550142' };

test.each([
  ['the same name, birth date and phone', maria, 'same'],
  ['a slip in the family name', { ...maria, familyName: 'Gracia', phone: null }, 'likely'],
  ['a name that sounds alike', { ...maria, givenName: 'Marya' }, 'likely'],
  ['day and month swapped', { ...maria, birthDate: Temporal.PlainDate.from('1988-04-03') }, 'likely'],
  ['a twin: other given name', { ...maria, givenName: 'Elena' }, 'possible'],
  ['a namesake of another age', { ...maria, birthDate: Temporal.PlainDate.from('1961-07-20'), phone: null }, undefined],
  ['a housemate on the same phone', { givenName: 'John', familyName: 'Smith', birthDate: Temporal.PlainDate.from('1970-01-01'), phone: '2535550142' }, undefined],
] as const)('%s', (_, other, band) => {
  expect(likenessOf(maria, other).band).toBe(band);
});

test('the reasons are said', () => {
  expect(likenessOf(maria, { ...maria, familyName: 'Gracia' }).because).toEqual(['family name one letter apart', 'same given name', 'same birth date', 'same phone']);
});
