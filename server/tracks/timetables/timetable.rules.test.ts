import { expect, test } from 'vitest';
import { obstaclesToTimetable, occurrencesOf } from './timetable.rules.ts';
import type { Slot } from './track.ts';

const slot = (weekday: number, starts: string, minutes: number): Slot => ({
  id: `${weekday} ${starts}`,
  weekday,
  starts: Temporal.PlainTime.from(starts),
  minutes,
  groupId: 'group',
  roomId: null,
});
const days = { firstDay: Temporal.PlainDate.from('2026-10-30'), lastDay: Temporal.PlainDate.from('2026-11-04'), timeZone: 'America/Los_Angeles' };

test('a week meets in the order of time, from its first day to its last, and keeps its clock time when the clocks change', () => {
  const found = occurrencesOf([slot(5, '10:00', 60), slot(5, '09:00', 60), slot(3, '09:00', 60), slot(1, '09:00', 60)], days);
  expect(found.map(({ startsAt }) => startsAt.toString())).toEqual([
    '2026-10-30T16:00:00Z',
    '2026-10-30T17:00:00Z',
    // Daylight saving ended on November 1.
    '2026-11-02T17:00:00Z',
    '2026-11-04T17:00:00Z',
  ]);
});

test('hours of one day that overlap, no meeting at all and too many are told by name', () => {
  const slots = [slot(1, '09:00', 60), slot(1, '09:45', 60), slot(1, '10:45', 30), slot(2, '09:00', 600)];
  expect(obstaclesToTimetable(slots, 4).map(({ code, at }) => [code, at])).toEqual([['track.slots-overlap', 'slots.1']]);
  expect(obstaclesToTimetable([slot(7, '09:00', 60)], 0)).toMatchObject([{ code: 'track.never-meets', at: 'lastDay' }]);
  expect(obstaclesToTimetable([slot(7, '09:00', 60)], 401)).toMatchObject([{ code: 'track.too-long' }]);
});
