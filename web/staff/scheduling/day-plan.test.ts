import { expect, test } from 'vitest';
import type { ScheduleEntry } from './schedule.ts';
import { together, type Placed } from './day-plan.ts';

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
