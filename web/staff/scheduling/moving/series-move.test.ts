import { expect, test } from 'vitest';
import type { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import type { SeriesReply } from '#server/scheduling/series/series.contract.ts';
import type { Move } from './move.ts';
import { changeBack, reachesOf, seriesChange } from './series-move.ts';

const zone = 'America/Los_Angeles';
// Tuesdays at 9 in the morning; the clocks go back on November 1.
const starts = ['2026-10-20T16:00:00Z', '2026-10-27T16:00:00Z', '2026-11-03T17:00:00Z', '2026-11-10T17:00:00Z'];
const series = (stays: readonly number[]): SeriesReply => ({
  id: 's',
  version: 3,
  patientId: 'p',
  says: 'Every week on Tuesday',
  recurrence: { frequency: 'weekly', interval: 1, weekdays: [2] },
  times: starts.length,
  occurrences: starts.map((startsAt, occurrence) => ({
    occurrence,
    appointmentId: `a${occurrence}`,
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + 50 * 60_000).toISOString(),
    status: 'booked',
    stays: stays.includes(occurrence),
  })),
});
// The third is dragged to Thursday at 10:30, for an hour, to a colleague.
const moved: Move = {
  appointment: { id: 'a2', startsAt: starts[2], endsAt: '2026-11-03T17:50:00Z', clinicianId: 'ana' } as AppointmentReply,
  startsAt: '2026-11-05T18:30:00Z',
  endsAt: '2026-11-05T19:30:00Z',
  clinicianId: 'ben',
};

test('what goes along moves by as many days, to the same hour on the wall; what was attended or moved on its own is not asked about', () => {
  expect(reachesOf(series([]), moved)).toEqual(['one', 'rest', 'all']);
  expect(reachesOf(series([0, 1]), moved)).toEqual(['one', 'rest']);
  expect(reachesOf(series([3]), moved)).toEqual(['one', 'all']);
  expect(reachesOf(series([2]), moved)).toEqual(['one']);
  expect(seriesChange(series([]), moved, 'rest', zone)).toEqual({ from: 2, firstDay: '2026-11-05', time: '10:30', minutes: 60, clinicianId: 'ben' });
  expect(seriesChange(series([0]), moved, 'all', zone)).toEqual({ from: 1, firstDay: '2026-10-29', time: '10:30', minutes: 60, clinicianId: 'ben' });
});

test('the way back is the former day, hour, length and clinician of the first that went along', () => {
  const change = seriesChange(series([0]), moved, 'all', zone);
  expect(change && changeBack(series([0]), moved, change, zone)).toEqual({ from: 0, firstDay: '2026-10-27', time: '09:00', minutes: 50, clinicianId: 'ana' });
});
