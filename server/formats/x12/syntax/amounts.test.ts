import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents } from '#server/platform/index.ts';
import { centsOf, decimalOf, quantityOf, quantityText } from './amounts.ts';

test('cents printed and read are the same cents', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (amount) => {
      expect(centsOf(decimalOf(cents(amount)))).toBe(Object.is(amount, -0) ? 0 : amount);
    }),
  );
});

test.each([
  ['80', 8000],
  ['80.5', 8050],
  ['80.50', 8050],
  ['.2', 20],
  ['0.2', 20],
  ['-12.34', -1234],
  ['-.05', -5],
  ['0', 0],
  ['-0', 0],
  ['100.', 10_000],
  ['19.990', 1999],
])('%s is %i cents', (text, amount) => {
  expect(centsOf(text)).toBe(amount);
});

test.each(['', '-', '.', '1,000', '1.005', '1e3', ' 5', '5 ', '$5', '--5', '999999999999'])('"%s" is no amount', (text) => {
  expect(centsOf(text)).toBeUndefined();
});

test.each([
  [18_000, '180'],
  [8050, '80.5'],
  [20, '.2'],
  [5, '.05'],
  [0, '0'],
  [-1234, '-12.34'],
  [-20, '-.2'],
])('%i cents print as %s', (amount, text) => {
  expect(decimalOf(cents(amount))).toBe(text);
});

test('a quantity keeps three decimals and no superfluous zero', () => {
  expect([1, 1.5, 0.25, -2, 10, 1.125].map(quantityText)).toEqual(['1', '1.5', '.25', '-2', '10', '1.125']);
  expect(['1', '1.50', '.25', '-2', 'x', ''].map(quantityOf)).toEqual([1, 1.5, 0.25, -2, undefined, undefined]);
});
