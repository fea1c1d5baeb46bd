import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNpi, npiFrom } from './index.ts';

const nine = fc.stringMatching(/^[12]\d{8}$/);

test('one check digit of ten fits', () => {
  fc.assert(
    fc.property(nine, (digits) => {
      const fitting = Array.from({ length: 10 }, (_, digit) => `${digits}${digit}`).filter(isNpi);
      expect(fitting).toEqual([npiFrom(digits)]);
    }),
  );
});

test('one digit misread is noticed', () => {
  fc.assert(
    fc.property(nine.map(npiFrom), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (npi, place, by) => {
      const misread = npi.slice(0, place) + String((Number(npi.charAt(place)) + by) % 10) + npi.slice(place + 1);
      expect(isNpi(misread)).toBe(false);
    }),
  );
});

// The example of the CMS standard for the check digit.
test('1234567893 is an NPI; short, foreign or lettered ones are none', () => {
  expect(['1234567893', '1234567890', '123456789', '3234567893', '12345678AB', ''].map(isNpi)).toEqual([true, false, false, false, false, false]);
});
