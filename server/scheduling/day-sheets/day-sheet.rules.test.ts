import { expect, test } from 'vitest';
import type { Seat } from './day-sheet.ts';
import { sheetsOf, shortName } from './day-sheet.rules.ts';

const seat = (hour: number, more: Partial<Seat> = {}): Seat => ({
  patientId: 'p',
  displayName: 'Mara Lindqvist',
  familyName: 'Lindqvist',
  clinicianId: 'c',
  clinicianName: 'Ana Rivera',
  room: 'Room 2',
  startsAt: Temporal.Instant.from(`2026-11-23T${hour}:00:00Z`),
  endsAt: Temporal.Instant.from(`2026-11-23T${hour}:50:00Z`),
  modality: 'in-person',
  ...more,
});

test('others read a first name and a letter, and a name that is only one stays', () => {
  expect([shortName('Mara Lindqvist', 'Lindqvist'), shortName('J. R. de la Cruz', 'de la Cruz'), shortName('Cher', '')]).toEqual(['Mara L.', 'J. R. D.', 'Cher']);
});

test('a sheet a clinician or a room, in the order of time; what meets by video stands at no door', () => {
  const seats = [seat(18), seat(17, { clinicianName: 'Bo Li', room: null, modality: 'video' }), seat(16, { clinicianName: 'Bo Li' })];
  expect(sheetsOf(seats, 'clinician', 'short').map(({ title, lines }) => [title, lines.map(({ startsAt }) => startsAt.toString().slice(11, 13))])).toEqual([
    ['Ana Rivera', ['18']],
    ['Bo Li', ['16', '17']],
  ]);
  expect(sheetsOf(seats, 'room', 'short').map(({ title, lines }) => [title, lines.length])).toEqual([['Room 2', 2]]);
  expect(JSON.stringify(sheetsOf(seats, 'room', 'short'))).not.toContain('Lindqvist');
});
