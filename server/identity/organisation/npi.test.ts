import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNpi } from './npi.ts';

test('the example of the standard is an NPI', () => {
  expect(isNpi('1234567893')).toBe(true);
});

test('no single wrong digit goes unnoticed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }), (place, digit) => {
      const wrong = [...'1234567893'].with(place, String(digit)).join('');
      expect(isNpi(wrong)).toBe(wrong === '1234567893');
    }),
  );
});
