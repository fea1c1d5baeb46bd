import fc from 'fast-check';
import { expect, test } from 'vitest';
import { levelOfCare, levelsOfCare } from '../levels-of-care/level-of-care.ts';
import { isPart2On, obstaclesToProgram, obstaclesToStatus } from './program.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-11-23');

test('a program offers a level of care of its kind, billed from a usual place', () => {
  const otp = levelOfCare('ASAM-OTP');
  expect(obstaclesToProgram({ kind: 'otp', placeOfService: '58' }, otp, today)).toEqual([]);
  expect(obstaclesToProgram({ kind: 'php', placeOfService: '58' }, otp, today)).toMatchObject([{ code: 'program.level-of-other-kind', at: 'levelOfCare' }]);
  expect(obstaclesToProgram({ kind: 'otp', placeOfService: '11' }, otp, today)).toMatchObject([{ code: 'program.place-unusual', at: 'placeOfService' }]);
  expect(obstaclesToProgram({ kind: 'otp', placeOfService: '58' }, undefined, today)).toMatchObject([{ code: 'program.level-unknown' }]);
});

test('a level of care that has ended is not given to new programs', () => {
  expect(obstaclesToProgram({ kind: 'residential', placeOfService: '55' }, levelOfCare('ASAM-3.3'), today)).toMatchObject([{ code: 'program.level-ended' }]);
});

test('the list names every level once', () => {
  expect(new Set(levelsOfCare.map((level) => level.code)).size).toBe(levelsOfCare.length);
});

test('a day without a recorded status counts as Part 2', () => {
  const history = [{ part2: false, validFrom: day('2026-01-01'), validTo: day('2026-07-01') }];
  expect(isPart2On([], today)).toBe(true);
  expect(isPart2On(history, day('2025-12-31'))).toBe(true);
  expect(isPart2On(history, day('2026-01-01'))).toBe(false);
  expect(isPart2On(history, day('2026-06-30'))).toBe(false);
  expect(isPart2On(history, day('2026-07-01'))).toBe(true);
});

test('the history of a status is continued, never rewritten', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
      const history = [{ part2: true, validFrom: today, validTo: null }];
      const isRefused = obstaclesToStatus({ part2: false, validFrom: today.add({ days }) }, history).length > 0;
      expect(isRefused).toBe(days <= 0);
    }),
  );
});
