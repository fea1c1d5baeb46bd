import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mrnOf } from '../demographics/mrn.rules.ts';
import { readSearch } from './search-query.rules.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const read = (text: string) => {
  const wish = readSearch(text, today);
  return { ...wish, birthDates: wish.birthDates.map(String) };
};

test('a name is read in either order, with or without a comma', () => {
  expect(read('García, María').parts).toEqual(['garcia', 'maria']);
  expect(read('maria garcia').parts).toEqual(['maria', 'garcia']);
});

test.each([
  ['3/4/1988', ['1988-03-04']],
  ['03-04-88', ['1988-03-04']],
  ['1988-03-04', ['1988-03-04']],
  ['03041988', ['1988-03-04']],
  ['19880304', ['1988-03-04']],
  ['2/30/1988', []],
])('the birth date %s is read as %j', (text, birthDates) => {
  expect(read(text).birthDates).toEqual(birthDates);
});

test('two digits of a year are never in the future', () => {
  expect(read('1/1/26').birthDates).toEqual(['2026-01-01']);
  expect(read('1/1/27').birthDates).toEqual(['1927-01-01']);
});

test.each(['(253) 555-0142', '253.555.0142', '2535550142', '+1 253 555 0142'])('the phone number %s is read', (text) => {
  expect(read(text).phones).toEqual(['2535550142']);
});

test('four digits are the end of a phone number', () => {
  expect(read('rivera 0142')).toMatchObject({ parts: ['rivera'], lastFours: ['0142'] });
});

test('a record number is known by its check digit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100_001, max: 9_999_999 }), (count) => {
      expect(read(mrnOf(count)).mrns).toEqual([mrnOf(count)]);
    }),
  );
  expect(read('1000012').mrns.length + read('1000013').mrns.length).toBeLessThanOrEqual(1);
});

test('any text can be read', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 100 }), (text) => {
      expect(readSearch(text, today).parts.length).toBeLessThanOrEqual(6);
    }),
  );
});
