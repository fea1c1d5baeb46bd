import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockTime, spanOfDays } from './days.rules.ts';
import { nextOpenings, usualHours } from './openings.rules.ts';

const zones = fc.constantFrom('America/Los_Angeles', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/Santiago', 'Asia/Kathmandu');
const start = Temporal.Instant.from('2026-01-01T00:00:00Z');
const moment = fc.integer({ min: 0, max: 365 * 24 * 4 }).map((quarters) => start.add({ minutes: quarters * 15 }));
const taken = fc
  .record({ startsAt: moment, minutes: fc.integer({ min: 5, max: 600 }) })
  .map(({ startsAt, minutes }) => ({ startsAt, endsAt: startsAt.add({ minutes }) }));

describe('openings', () => {
  test('are free, on working days, inside hours, in order, and as long as asked', () => {
    fc.assert(
      fc.property(fc.array(taken, { maxLength: 30 }), moment, fc.integer({ min: 10, max: 180 }), zones, (busy, from, minutes, timeZone) => {
        const found = nextOpenings(busy, { from, minutes, count: 3, timeZone });
        for (const span of found) {
          const local = span.startsAt.toZonedDateTimeISO(timeZone);
          expect(busy.some((each) => Temporal.Instant.compare(each.startsAt, span.endsAt) < 0 && Temporal.Instant.compare(span.startsAt, each.endsAt) < 0)).toBe(false);
          expect(usualHours.weekdays).toContain(local.dayOfWeek);
          expect(Temporal.PlainTime.compare(local.toPlainTime(), usualHours.opens)).not.toBe(-1);
          expect(Temporal.PlainTime.compare(span.endsAt.toZonedDateTimeISO(timeZone).toPlainTime(), usualHours.closes)).not.toBe(1);
          expect(span.startsAt.until(span.endsAt).total('minutes')).toBe(minutes);
          expect(Temporal.Instant.compare(span.startsAt, from)).not.toBe(-1);
        }
        expect(found.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))).toEqual(found);
      }),
      { numRuns: 200 },
    );
  });

  test('an empty calendar always has three', () => {
    fc.assert(
      fc.property(moment, zones, (from, timeZone) => {
        expect(nextOpenings([], { from, minutes: 50, count: 3, timeZone })).toHaveLength(3);
      }),
      { numRuns: 100 },
    );
  });
});

describe('days of a site', () => {
  test('the week in which clocks go back has 169 hours, the one in which they go forward 167', () => {
    const hours = (from: string, to: string) => {
      const { startsAt, endsAt } = spanOfDays(Temporal.PlainDate.from(from), Temporal.PlainDate.from(to), 'America/Los_Angeles');
      return startsAt.until(endsAt).total('hours');
    };
    expect(hours('2026-10-26', '2026-11-01')).toBe(169);
    expect(hours('2026-03-02', '2026-03-08')).toBe(167);
    expect(hours('2026-11-23', '2026-11-29')).toBe(168);
  });

  test('each day begins where the one before ended, in every zone and on every day of the year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), zones, (ahead, timeZone) => {
        const day = Temporal.PlainDate.from('2026-01-01').add({ days: ahead });
        const next = day.add({ days: 1 });
        expect(spanOfDays(day, day, timeZone).endsAt.equals(spanOfDays(next, next, timeZone).startsAt)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('a time reads as the clock on the wall', () => {
    expect(clockTime(Temporal.Instant.from('2026-11-24T22:05:00Z'), 'America/Los_Angeles')).toBe('2:05 PM');
  });
});
