import { expect, test } from 'vitest';
import type { ScheduleEntry } from './schedule.ts';
import { freeSpans, together, type Placed } from './day-plan.ts';

const seat = (patientName: string, start: number, status = 'booked'): Placed => ({
  entry: { kind: 'appointment', id: patientName, patientName, status } as ScheduleEntry,
  start,
  end: start + 60,
});

test('the seats of a session are one entry, by name; whoever is alone or did not come stands apart', () => {
  const drawn = together([seat('Vito', 540), seat('Uma', 540), seat('Wendel', 540, 'no-show'), seat('Xenia', 600)]);
  expect(drawn.map(({ start, seats }) => [start, seats.map(({ patientName }) => patientName)])).toEqual([
    [540, ['Uma', 'Vito']],
    [540, []],
    [600, []],
  ]);
});

test('free is what lies between and around entries for half an hour or more, however they overlap', () => {
  const taken = [
    { start: 600, end: 660 },
    { start: 480, end: 530 },
    { start: 610, end: 640 },
    { start: 680, end: 1020 },
  ];
  expect(freeSpans(taken, { from: 8, to: 18 })).toEqual([
    { start: 530, end: 600 },
    { start: 1020, end: 1080 },
  ]);
  expect(freeSpans([], { from: 8, to: 18 })).toEqual([{ start: 480, end: 1080 }]);
});
