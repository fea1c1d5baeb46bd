import { expect, test } from 'vitest';
import type { Board, Occupant, UnitOnBoard } from '#server/residence/board/board.contract.ts';
import { nightsAhead } from './forecast.ts';

const from = Temporal.PlainDate.from('2026-11-23');

function lodger(residencyId: string, expectedDepartureOn: string | null, expectedBackAt?: string): Occupant {
  const leave = expectedBackAt === undefined ? null : { kind: 'pass', says: 'Pass', note: '', startsAt: '2026-11-23T18:00:00Z', expectedBackAt, isOverdue: false };
  return {
    residencyId,
    episodeId: residencyId,
    patientId: residencyId,
    name: residencyId,
    mrn: '',
    pronouns: null,
    age: 40,
    gender: 'woman',
    arrivedAt: '2026-11-01T18:00:00Z',
    bedId: residencyId,
    unitId: 'unit',
    expectedDepartureOn,
    leave,
    transfer: null,
  };
}

function unitOf(people: readonly (Occupant | null)[]): UnitOnBoard {
  const beds = people.map((occupant, index) => ({
    id: occupant?.bedId ?? `bed ${index}`,
    name: String(index),
    attributes: [],
    state: occupant ? ('occupied' as const) : ('free' as const),
    outage: null,
    reservation: null,
    occupant,
  }));
  const rooms = [{ id: 'room', name: 'Room', attributes: [], genderRule: 'any' as const, beds }];
  return {
    id: 'unit',
    name: 'Unit',
    siteId: 'site',
    siteName: 'Site',
    timeZone: 'America/Los_Angeles',
    programId: 'program',
    programName: 'Program',
    rooms,
    withoutBed: [],
  };
}

test('nights to come count departures out on their day, reservations in on theirs, and those on leave until they are back', () => {
  const unit = unitOf([lodger('stays', null), lodger('overstays', '2026-11-20'), lodger('leaves', '2026-11-24'), lodger('away', null, '2026-11-25T02:00:00Z'), null]);
  const expected: Board['expected'] = [
    { episodeId: 'e', patientId: 'p', programId: 'program', name: 'Comes', state: 'screening', since: '2026-11-20', bedId: 'bed 4', expectedOn: '2026-11-24' },
    { episodeId: 'f', patientId: 'q', programId: 'program', name: 'Waits', state: 'referral', since: '2026-11-20', bedId: null, expectedOn: null },
  ];
  expect(nightsAhead([unit], expected, from, 3)).toEqual([
    { day: '2026-11-23', inHouse: 3, arriving: 0, leaving: 1, away: 1, usable: 5 },
    { day: '2026-11-24', inHouse: 3, arriving: 1, leaving: 1, away: 0, usable: 5 },
    { day: '2026-11-25', inHouse: 3, arriving: 0, leaving: 0, away: 0, usable: 5 },
  ]);
});
