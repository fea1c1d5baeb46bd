import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { occurrenceDays, recurrenceText, shifted, spanOn, timesUntil } from './recurrence.rules.ts';
import type { Recurrence } from './series.ts';

const interval = fc.integer({ min: 1, max: 6 });
const recurrence: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({ frequency: fc.constant('daily' as const), interval }),
  fc.record({ frequency: fc.constant('weekly' as const), interval, weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }) }),
  fc.record({ frequency: fc.constant('monthly' as const), interval, by: fc.constantFrom('day-of-month' as const, 'weekday' as const) }),
);
const firstDay = fc.integer({ min: 0, max: 4000 }).map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }));
const timetable = fc.record({ recurrence, firstDay, times: fc.integer({ min: 1, max: 60 }) });

/** The days by a calendar library that knows nothing of ours: from the text of the rule alone. */
function byLibrary(text: string, start: string): string[] {
  const days = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateString(start));
  const found: string[] = [];
  for (let day = days.next(); day; day = days.next()) found.push(day.toString());
  return found;
}

// `npm run proofs` asks the other library thousands of times.
const runs = Number(process.env['RECURRENCES'] ?? 500);

test('the days are those of an independent calendar library', () => {
  fc.assert(
    fc.property(timetable, (one) => {
      const days = occurrenceDays(one).map(String);
      // RFC 5545 leaves open what a rule means whose start is not an occurrence: the library starts where the first one is.
      const start = Temporal.PlainDate.from(days[0] ?? '');
      const isFirst = start.equals(one.firstDay) || one.recurrence.frequency === 'weekly';
      if (isFirst) expect(byLibrary(recurrenceText(one), start.toString())).toEqual(days);
    }),
    { numRuns: runs },
  );
});

test('there are as many as asked for, in order, none twice, none before the first day', () => {
  fc.assert(
    fc.property(timetable, (one) => {
      const days = occurrenceDays(one).map(String);
      expect(days).toHaveLength(one.times);
      expect(days).toEqual([...new Set(days)].toSorted());
      expect((days[0] ?? '') >= one.firstDay.toString()).toBe(true);
      expect(timesUntil(one, Temporal.PlainDate.from(days.at(-1) ?? ''), 200)).toBe(one.times);
    }),
    { numRuns: runs },
  );
});

test('the clock on the wall stays the same across daylight saving', () => {
  const time = Temporal.PlainTime.from('09:00');
  const at = (day: string) => spanOn(Temporal.PlainDate.from(day), { time, minutes: 50, timeZone: 'America/Los_Angeles' }).startsAt.toString();
  expect(at('2026-10-27')).toBe('2026-10-27T16:00:00Z');
  expect(at('2026-11-03')).toBe('2026-11-03T17:00:00Z');
  // 2:30 does not exist on the night when the clocks go forward.
  expect(
    spanOn(Temporal.PlainDate.from('2026-03-08'), { time: Temporal.PlainTime.from('02:30'), minutes: 50, timeZone: 'America/Los_Angeles' }).startsAt.toString(),
  ).toBe('2026-03-08T10:30:00Z');
});

test('weekdays move along with the first day', () => {
  const weekly: Recurrence = { frequency: 'weekly', interval: 1, weekdays: [2, 7] };
  expect(shifted(weekly, Temporal.PlainDate.from('2026-11-24'), Temporal.PlainDate.from('2026-11-25'))).toEqual({ ...weekly, weekdays: [1, 3] });
  expect(shifted(weekly, Temporal.PlainDate.from('2026-11-24'), Temporal.PlainDate.from('2026-11-22'))).toEqual({ ...weekly, weekdays: [5, 7] });
});
