import { expect, test } from 'vitest';
import type { Booking } from '../booking.ts';
import { decided, noFixes, planOf, rhythmChoices, weekdayOf } from './repeat.ts';

const booking: Booking = {
  patientId: 'p',
  programId: 'g',
  clinicianId: 'c',
  typeCode: 't',
  roomId: null,
  day: '2026-11-24',
  time: '09:00',
  minutes: null,
  modality: null,
  repeat: null,
};

test('the choices say what the first day means', () => {
  expect(weekdayOf('2026-11-24')).toBe(2);
  expect(rhythmChoices('2026-11-24').map(({ label }) => label)).toContain('Every month on the fourth Tuesday');
  expect(rhythmChoices('2026-11-30').map(({ label }) => label)).toContain('Every month on the last Monday');
});

test('the weekday of the first day is always among those of a weekly series', () => {
  const { recurrence } = planOf(booking, { rhythm: 'every-2-weeks', weekdays: [4], times: 8 }, noFixes);
  expect(recurrence).toEqual({ frequency: 'weekly', interval: 2, weekdays: [2, 4] });
});

test('each occurrence is decided once', () => {
  const left = decided(decided(noFixes, 3, 'skip'), 3, '2026-12-15T18:00:00Z');
  expect(left).toEqual({ skip: [], elsewhere: [{ occurrence: 3, startsAt: '2026-12-15T18:00:00Z' }] });
  expect(decided(left, 3, null)).toEqual(noFixes);
});
