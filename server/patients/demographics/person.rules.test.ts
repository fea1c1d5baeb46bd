import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressColumns, addressOf, ageOn, displayNameOf, legalNameOf, obstaclesInDates } from './person.rules.ts';

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map((date) => Temporal.PlainDate.from(date.toISOString().slice(0, 10)));

test('someone turns a year older on the birthday and not the day before', () => {
  const born = Temporal.PlainDate.from('2000-03-10');
  expect(ageOn(born, Temporal.PlainDate.from('2026-03-09'))).toBe(25);
  expect(ageOn(born, Temporal.PlainDate.from('2026-03-10'))).toBe(26);
});

test('the age stands still after death', () => {
  fc.assert(
    fc.property(day, fc.nat(30_000), fc.nat(10_000), (born, lived, later) => {
      const died = born.add({ days: lived });
      expect(ageOn(born, died.add({ days: later }), died)).toBe(ageOn(born, died));
    }),
  );
});

test('people are called by the name they use; the name on record is shown beside it only when it differs', () => {
  const person = { givenName: 'Robert', familyName: 'Okafor', nameToUse: 'Rae' };
  expect(displayNameOf(person)).toBe('Rae Okafor');
  expect(legalNameOf(person)).toBe('Robert Okafor');
  expect(legalNameOf({ ...person, nameToUse: 'Robert' })).toBeNull();
  expect(displayNameOf({ ...person, nameToUse: '' })).toBe('Robert Okafor');
});

test('an address survives being laid into columns', () => {
  const address = { line1: '12 Harbor Street', line2: null, city: 'Tacoma', state: 'WA', zip: '98402' };
  expect(addressOf(addressColumns(address))).toEqual(address);
  expect(addressOf(addressColumns(null))).toBeNull();
});

test('nobody dies before birth or is born tomorrow', () => {
  const today = Temporal.PlainDate.from('2026-11-23');
  const codes = (born: string, died: string | null) =>
    obstaclesInDates(Temporal.PlainDate.from(born), died ? Temporal.PlainDate.from(died) : null, today).map(({ code }) => code);
  expect(codes('1990-01-01', null)).toEqual([]);
  expect(codes('2027-01-01', null)).toEqual(['patient.born-in-future']);
  expect(codes('1790-01-01', null)).toEqual(['patient.born-long-ago']);
  expect(codes('1990-01-01', '1989-12-31')).toEqual(['patient.died-before-birth']);
  expect(codes('1990-01-01', '2027-05-01')).toEqual(['patient.dies-in-future']);
});
