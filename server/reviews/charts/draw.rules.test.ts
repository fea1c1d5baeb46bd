import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawn } from './draw.rules.ts';

const same = (text: string) => text;

test('a draw is of those that are there, none twice, and comes out again with its seed however they are ordered', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 40 }), fc.nat(50), fc.nat(), (all, size, seed) => {
      const sample = drawn(all, same, size, seed);
      expect(sample).toHaveLength(Math.min(size, all.length));
      expect(new Set(sample).size).toBe(sample.length);
      expect(sample.every((one) => all.includes(one))).toBe(true);
      expect(drawn(all.toReversed(), same, size, seed)).toEqual(sample);
    }),
  );
});

test('over many seeds each has the same chance', () => {
  const all = Array.from({ length: 20 }, (_unused, place) => `chart ${place}`);
  const counts = new Map(all.map((one) => [one, 0]));
  for (let seed = 0; seed < 2000; seed += 1) for (const one of drawn(all, same, 5, seed)) counts.set(one, (counts.get(one) ?? 0) + 1);
  // 500 expected; four standard deviations of the binomial are about 77.
  for (const count of counts.values()) expect(Math.abs(count - 500)).toBeLessThan(80);
});
