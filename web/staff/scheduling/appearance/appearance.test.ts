import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ScheduledAppointment } from '../schedule.ts';
import { appearanceOf, legendOf, markOf, marksOf, statusMarks, usual } from './appearance.ts';

const named = (...names: readonly string[]) => names.map((name, index) => ({ key: `k${index}`, name }));
const letters = (...names: readonly string[]) => [...marksOf(named(...names)).values()].map((mark) => mark.letters);

test('letters come from the words that carry the name', () => {
  expect(letters('Therapy, 50 min', 'Therapy by video, 50 min', 'Medication visit', 'Medication visit by video', 'Intake', 'Group', 'Ana Rivera')).toEqual([
    'T50',
    'TV',
    'MV',
    'MVV',
    'In',
    'Gr',
    'AR',
  ]);
});

test('whatever the names, no two share their letters, and none goes without', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('Ana Rivera', 'Ana', 'An', 'A')), { maxLength: 60 }), (names) => {
      const told = letters(...names);
      expect(new Set(told).size).toBe(names.length);
      expect(told).not.toContain('');
    }),
  );
});

test('what was kept is taken where it makes sense; the legend names what is to be seen and nothing else', () => {
  expect(appearanceOf({ colorBy: 'program', density: 'compact', more: 1 })).toEqual({ colorBy: 'program', density: 'compact' });
  for (const nonsense of [undefined, null, 'x', { colorBy: 'shoe size', density: 7 }]) expect(appearanceOf(nonsense)).toEqual(usual);
  const entry = { kind: 'appointment', status: 'no-show', typeCode: 'k1' } as ScheduledAppointment;
  expect(legendOf({ by: 'status', marks: statusMarks }, [entry]).map(({ name }) => name)).toEqual(['Did not come']);
  const byType = { by: 'type', marks: marksOf(named('Intake', 'Group')) } as const;
  expect(markOf(byType, entry)).toMatchObject({ letters: 'Gr', tone: '1' });
  expect(legendOf(byType, [entry, { kind: 'busy', clinicianId: 'c', startsAt: '', endsAt: '' }])).toHaveLength(1);
});
