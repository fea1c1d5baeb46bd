import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdsOn, obstaclesToCoverage, obstaclesToGuarantor, overlap } from './coverage.rules.ts';

const start = Temporal.PlainDate.from('2026-01-01');
const period = fc.tuple(fc.nat(100), fc.option(fc.nat(100))).map(([from, length]) => ({
  validFrom: start.add({ days: from }),
  validThrough: length === null ? null : start.add({ days: from + length }),
}));
const days = Array.from({ length: 320 }, (_, at) => start.add({ days: at }));

test('two periods overlap exactly when some day lies in both', () => {
  fc.assert(
    fc.property(period, period, (one, other) => {
      expect(overlap(one, other)).toBe(days.some((day) => holdsOn(one, day) && holdsOn(other, day)));
    }),
  );
});

test('the last day of a coverage still counts', () => {
  const year = { validFrom: start, validThrough: Temporal.PlainDate.from('2026-12-31') };
  expect(holdsOn(year, Temporal.PlainDate.from('2026-12-31'))).toBe(true);
  expect(holdsOn(year, Temporal.PlainDate.from('2027-01-01'))).toBe(false);
});

const self = { rank: 1, relationship: '18', hasSubscriber: false, validFrom: start, validThrough: null } as const;
const codes = (coverage: Parameters<typeof obstaclesToCoverage>[0], others: Parameters<typeof obstaclesToCoverage>[1] = []) =>
  obstaclesToCoverage(coverage, others).map(({ code }) => code);

test('a dependent needs the subscriber, a patient who holds the policy has none', () => {
  expect(codes({ ...self, relationship: '19' })).toEqual(['coverage.subscriber-missing']);
  expect(codes({ ...self, hasSubscriber: true })).toEqual(['coverage.subscriber-is-patient']);
  expect(codes(self)).toEqual([]);
});

test('one payer a rank at a time', () => {
  expect(codes(self, [self])).toEqual(['coverage.rank-taken']);
  expect(codes({ ...self, rank: 2 }, [self])).toEqual([]);
  expect(codes({ ...self, validFrom: start.add({ days: 10 }) }, [{ ...self, validThrough: start.add({ days: 9 }) }])).toEqual([]);
});

test('nothing ends before it starts', () => {
  const reversed = { ...self, validThrough: start.subtract({ days: 1 }) };
  expect(codes(reversed)).toContain('coverage.ends-before-start');
  expect(obstaclesToGuarantor(reversed, [])).toMatchObject([{ code: 'guarantor.ends-before-start' }]);
});
