import { expect, test } from 'vitest';
import type { Booking } from '../booking.ts';
import { noWishes, slotQuery } from './wishes.ts';

const booking: Booking = {
  patientId: 'p',
  programId: 'g',
  clinicianId: 'c',
  typeCode: 'therapy-50',
  roomId: null,
  day: '2026-12-01',
  time: '09:00',
  minutes: 50,
  modality: null,
  repeat: null,
};

test('a search says what is known and asks for anyone when nobody is chosen', () => {
  expect(slotQuery(booking, noWishes)).toEqual({ programId: 'g', patientId: 'p', clinicianIds: 'c', minutes: '50', from: '2026-12-01' });
  expect(slotQuery({ ...booking, clinicianId: null }, noWishes)).toBeNull();
  expect(slotQuery({ ...booking, clinicianId: null, day: '' }, { ...noWishes, isAnyone: true, weekdays: [1, 3], partOfDay: 'midday', needsRoom: true })).toEqual({
    programId: 'g',
    patientId: 'p',
    minutes: '50',
    needsRoom: 'true',
    weekdays: '1,3',
    after: '11:00',
    before: '14:00',
  });
});
