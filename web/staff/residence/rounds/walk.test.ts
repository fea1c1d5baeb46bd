import { expect, test } from 'vitest';
import type { Watch } from '#server/residence/rounds/rounds.contract.ts';
import { dueWords, inOrder, roundOf, withSighting, withUnsent } from './walk.ts';

function watch(id: string, dueAt: string | null, more: Partial<Watch> = {}): Watch {
  return {
    id,
    residencyId: id,
    patientId: id,
    unitId: 'unit',
    name: id,
    pronouns: null,
    place: null,
    intervalMinutes: 15,
    reason: '',
    lastSeenAt: '2026-11-23T10:00:00Z',
    lastStatus: 'asleep',
    lastSeenByName: 'Tyrone',
    isAway: dueAt === null,
    dueAt,
    isMissed: false,
    ...more,
  };
}
const sighting = { id: 's', watchId: 'a', status: 'awake-calm', note: '', seenAt: '2026-11-23T10:20:00Z' };

test('what waits on the device counts as seen, so that nobody is called late who was seen where the network was gone', () => {
  const late = watch('a', '2026-11-23T10:15:00Z', { isMissed: true });
  const walk = withSighting(withSighting({}, { ...sighting, status: 'asleep' }), sighting);
  const round = roundOf(walk, 'r', 'unit', '2026-11-23T10:21:00Z');
  expect(round.sightings).toEqual([sighting]);
  expect(withUnsent([late], [round])).toMatchObject([{ lastStatus: 'awake-calm', isMissed: false, dueAt: '2026-11-23T10:35:00.000Z' }]);
  expect(withUnsent([watch('a', null)], [round])).toMatchObject([{ dueAt: null }]);
  // The server knows of a later one: that stands.
  expect(withUnsent([watch('a', '2026-11-23T10:45:00Z', { lastSeenAt: '2026-11-23T10:30:00Z' })], [round])).toMatchObject([{ lastSeenAt: '2026-11-23T10:30:00Z' }]);
});

test('who is late comes first and is told so in minutes', () => {
  const now = Date.parse('2026-11-23T10:20:00Z');
  const [late, soon, later, away] = [
    watch('late', '2026-11-23T10:15:00Z'),
    watch('soon', '2026-11-23T10:24:00Z'),
    watch('later', '2026-11-23T10:50:00Z'),
    watch('away', null),
  ];
  expect(inOrder([away, later, soon, late]).map(({ id }) => id)).toEqual(['late', 'soon', 'later', 'away']);
  expect([late, { ...late, isMissed: true }, soon, later, away].map((one) => dueWords(one, now))).toEqual([
    { says: '5 min late', tone: 'late' },
    { says: 'Missed: 5 min late', tone: 'late' },
    { says: 'Due in 4 min', tone: 'due' },
    { says: 'Due in 30 min', tone: 'calm' },
    { says: 'Away', tone: 'calm' },
  ]);
});
