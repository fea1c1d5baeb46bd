import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lockedUntil, type LockoutPolicy } from './lockout.rules.ts';

const policy: LockoutPolicy = { accountFailures: 5, addressFailures: 50, windowMinutes: 15, lockMinutes: 15 };
const start = Temporal.Instant.from('2026-11-23T18:00:00Z');
const at = (seconds: number) => start.add({ seconds });
const seconds = fc.integer({ min: 0, max: 7200 });

test('fewer failures than allowed never lock', () => {
  fc.assert(
    fc.property(fc.array(seconds, { maxLength: 4 }), seconds, (failures, now) => {
      expect(lockedUntil(failures.map(at), 5, policy, at(now))).toBeUndefined();
    }),
  );
});

test('five failures within the window lock until fifteen minutes after the last', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 5, maxLength: 20 }), (failures) => {
      const last = Math.max(...failures);
      expect(lockedUntil(failures.map(at), 5, policy, at(last))?.equals(at(last + 900))).toBe(true);
      expect(lockedUntil(failures.map(at), 5, policy, at(last + 900))).toBeUndefined();
    }),
  );
});

test('a lock never lasts beyond the last failure and its term, in whatever order failures are given', () => {
  fc.assert(
    fc.property(fc.array(seconds, { minLength: 1, maxLength: 30 }), seconds, (failures, now) => {
      const until = lockedUntil(failures.map(at), 5, policy, at(now));
      const reversed = lockedUntil(failures.toReversed().map(at), 5, policy, at(now));
      expect(until?.toString()).toBe(reversed?.toString());
      if (until) expect(until.since(at(Math.max(...failures))).total('minutes')).toBe(15);
    }),
  );
});

test('five failures spread over more than the window do not lock', () => {
  expect(lockedUntil([0, 240, 480, 720, 960].map(at), 5, policy, at(961))).toBeUndefined();
});
