import { expect, test } from 'vitest';
import type { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import type { Schedule, ScheduledAppointment } from '../schedule.ts';
import { moveBack, withAnswer, withMoved } from './move.ts';

const times = { startsAt: '2026-11-24T17:00:00Z', endsAt: '2026-11-24T17:50:00Z' };
const later = { startsAt: '2026-11-24T19:00:00Z', endsAt: '2026-11-24T20:00:00Z' };
const appointment = { kind: 'appointment', id: 'a', clinicianId: 'ana', clinicianName: 'Ana Rivera', version: 1, ...times } as ScheduledAppointment;
const schedule = {
  clinicians: [
    { id: 'ana', name: 'Ana Rivera', credential: null },
    { id: 'ben', name: 'Ben Okafor', credential: null },
  ],
  entries: [appointment, { kind: 'busy', clinicianId: 'ana', ...times }, { kind: 'busy', clinicianId: 'ben', ...times }],
} as unknown as Schedule;

test('what is moved stands at its new place at once, with its new clinician, and leaves nothing busy behind', () => {
  const { entries } = withMoved(schedule, { appointment, ...later, clinicianId: 'ben' });
  expect(entries).toEqual([
    { ...appointment, ...later, clinicianId: 'ben', clinicianName: 'Ben Okafor' },
    { kind: 'busy', clinicianId: 'ben', ...times },
  ]);
});

test('the way back carries the version that stands now, the former time, and the former clinician where that changed', () => {
  const now: AppointmentReply = { ...appointment, ...later, clinicianId: 'ben', version: 2 };
  expect(moveBack({ appointment, ...later, clinicianId: 'ben' }, now)).toEqual({ appointment: now, ...times, clinicianId: 'ana' });
  const [entry] = withAnswer(withMoved(schedule, { appointment, ...later }), now).entries;
  expect(entry).toMatchObject({ version: 2, ...later });
  expect(moveBack({ appointment, ...later }, { ...now, clinicianId: 'ana' })).not.toHaveProperty('clinicianId');
});
