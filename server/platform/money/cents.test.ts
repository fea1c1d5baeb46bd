import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addCents, cents, formatCents } from './cents.ts';

const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(cents);

test('adding cents loses none, in any order', () => {
  fc.assert(
    fc.property(fc.array(amount), (amounts) => {
      expect(addCents(...amounts)).toBe(addCents(...amounts.toReversed()));
    }),
  );
});

test('dollars read back as the same cents', () => {
  fc.assert(
    fc.property(amount, (some) => {
      const shown = formatCents(some);
      expect(Math.round(Number(shown.replaceAll(/[$,]/g, '')) * 100)).toBe(some === 0 ? 0 : some);
    }),
  );
});

test('a fraction of a cent is a bug', () => {
  expect(() => cents(0.5)).toThrow(RangeError);
});
