import { expect, test } from 'vitest';
import { byDanger, standingOf } from './allergy.rules.ts';

const at = (hour: number) => Temporal.Instant.from(`2026-11-23T${String(hour).padStart(2, '0')}:00:00Z`);
const none = { says: 'none-known', statedAt: at(9), statedBy: 'A nurse' } as const;

test('a resolved allergy written after the statement contradicts it; one that was an error, or stood before, does not', () => {
  expect(standingOf([], none)).toEqual({ is: 'none-known', since: at(9), by: 'A nurse' });
  expect(standingOf([{ state: 'resolved', writtenAt: at(10) }], none)).toEqual({ is: 'not-asked' });
  expect(standingOf([{ state: 'resolved', writtenAt: at(8) }], none).is).toBe('none-known');
  expect(standingOf([{ state: 'entered-in-error', writtenAt: at(10) }], none).is).toBe('none-known');
  expect(standingOf([{ state: 'active', writtenAt: at(8) }], none)).toEqual({ is: 'listed' });
  expect(standingOf([], { ...none, says: 'withdrawn' })).toEqual({ is: 'not-asked' });
  expect(standingOf([], undefined)).toEqual({ is: 'not-asked' });
});

test('what may kill stands first, what is over last', () => {
  const one = (substance: string, criticality: 'low' | 'high' | 'unknown', severity: 'mild' | 'severe' | null, state: 'active' | 'resolved' = 'active') => ({
    substance,
    criticality,
    severity,
    state,
  });
  const listed = [
    one('Egg', 'high', 'severe', 'resolved'),
    one('Pollen', 'low', 'mild'),
    one('Latex', 'unknown', null),
    one('Aspirin', 'unknown', 'severe'),
    one('Peanut', 'high', null),
  ];
  expect(byDanger(listed).map(({ substance }) => substance)).toEqual(['Peanut', 'Aspirin', 'Latex', 'Pollen', 'Egg']);
});
