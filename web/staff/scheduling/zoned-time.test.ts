import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, clockText, instantAt, mondayOf, wallTime } from './zoned-time.ts';

const zone = fc.constantFrom('America/Los_Angeles', 'America/New_York', 'America/Phoenix', 'Pacific/Honolulu', 'UTC');
const day = fc.integer({ min: 0, max: 3000 }).map((count) => addDays('2024-01-01', count));

test('a time on the wall comes back from its instant, and equals what Temporal says', () => {
  fc.assert(
    fc.property(zone, day, fc.integer({ min: 0, max: 287 }), (place, date, fives) => {
      const minutes = fives * 5;
      const instant = instantAt(date, minutes, place);
      const temporal = Temporal.PlainDate.from(date).toZonedDateTime({
        timeZone: place,
        plainTime: Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 }),
      });
      const skipped = temporal.hour * 60 + temporal.minute !== minutes;
      if (!skipped) expect(wallTime(instant, place)).toEqual({ day: date, minutes });
      if (!skipped) expect(Math.abs(Date.parse(instant) - temporal.epochMilliseconds) % 3_600_000).toBe(0);
    }),
  );
});

test('weeks start on Monday', () => {
  expect(mondayOf('2026-11-23')).toBe('2026-11-23');
  expect(mondayOf('2026-11-29')).toBe('2026-11-23');
});

test('noon and midnight read as people say them', () => {
  expect([clockText(0), clockText(545), clockText(720)]).toEqual(['12:00 am', '9:05 am', '12:00 pm']);
});
