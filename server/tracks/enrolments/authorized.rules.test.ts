import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beyondAuthorization, type Allowed } from './authorized.rules.ts';

const firstDay = Temporal.PlainDate.from('2026-11-30');
const allowed = (over: Partial<Allowed>): Allowed => ({
  number: 'A-1',
  counts: 'days',
  allowed: 3,
  used: 0,
  validFrom: firstDay,
  validThrough: firstDay.add({ days: 60 }),
  ...over,
});
/** Three groups of an hour a day, on so many days in a row. */
const meetings = (days: number) =>
  Array.from({ length: days * 3 }, (_, index) => ({ sessionId: String(index), day: firstDay.add({ days: Math.floor(index / 3) }), minutes: 60 }));

test('days, visits and units run out in the order of time; a day on which the person comes anyway costs nothing twice', () => {
  const beyond = (counts: Allowed['counts'], limit: number, expected: readonly string[] = []) =>
    [...beyondAuthorization(meetings(5), [allowed({ counts, allowed: limit })], expected).keys()].map(Number);
  expect(beyond('days', 5)).toEqual([]);
  expect(beyond('days', 4)).toEqual([12, 13, 14]);
  expect(beyond('visits', 14)).toEqual([12, 13, 14]);
  expect(beyond('units', 59)).toEqual([12, 13, 14]);
  expect(beyond('days', 5, ['2026-11-30'])).toEqual([]);
  expect(beyond('days', 5, ['2026-12-03', '2026-12-20'])).toEqual([]);
  expect(beyond('days', 4, ['2026-12-02', '2027-01-05'])).toEqual([12, 13, 14]);
});

test('what is used is gone, days outside the dates are not covered, a second authorization goes on where the first ends', () => {
  const first = allowed({ allowed: 10, used: 8, validThrough: firstDay.add({ days: 1 }) });
  expect([...beyondAuthorization(meetings(3), [first], []).values()]).toEqual(Array.from({ length: 3 }, () => 'No authorization of the payer covers this day.'));
  const second = allowed({ validFrom: firstDay.add({ days: 2 }) });
  expect(beyondAuthorization(meetings(5), [first, second], []).size).toBe(0);
  expect(beyondAuthorization(meetings(9), [], []).size).toBe(0);
});

test('never are more days planned than are left, and none is refused while one is', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), fc.nat(12), (limit, used, days) => {
      const beyond = beyondAuthorization(meetings(days), [allowed({ allowed: limit + 1, used })], []);
      const planned = days - beyond.size / 3;
      expect(planned).toBe(Math.min(days, Math.max(0, limit + 1 - used)));
    }),
  );
});
