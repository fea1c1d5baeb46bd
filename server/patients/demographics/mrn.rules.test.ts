import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMrn, mrnOf } from './mrn.rules.ts';

const count = fc.integer({ min: 100_001, max: 99_999_999 });

test('a record number checks itself', () => {
  fc.assert(fc.property(count, (n) => isMrn(mrnOf(n))));
});

test('one wrong digit never makes another record number', () => {
  fc.assert(
    fc.property(count, fc.nat(), fc.integer({ min: 1, max: 9 }), (n, at, shift) => {
      const mrn = mrnOf(n);
      const place = 1 + (at % (mrn.length - 1));
      const wrong = mrn.slice(0, place) + ((Number(mrn[place]) + shift) % 10) + mrn.slice(place + 1);
      expect(isMrn(wrong)).toBe(false);
    }),
  );
});

test('two neighbours swapped never make another record number', () => {
  fc.assert(
    fc.property(count, fc.nat(), (n, at) => {
      const mrn = mrnOf(n);
      const place = at % (mrn.length - 1);
      const swapped = mrn.slice(0, place) + mrn[place + 1] + mrn[place] + mrn.slice(place + 2);
      expect(isMrn(swapped)).toBe(swapped === mrn);
    }),
  );
});
