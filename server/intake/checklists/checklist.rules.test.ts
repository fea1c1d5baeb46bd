import { expect, test } from 'vitest';
import { levelOfCare, levelsOfCare, standardOfLevel } from '#server/programs/index.ts';
import { pointsFor, standingOf } from './checklist.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const everything = new Set(['intake.read', 'coverage.read', 'consent.read', 'chart.read', 'medication.read', 'assessment.read']);
const facts = { admittedOn: day('2026-11-20'), today: day('2026-11-23'), found: [], ticks: [], permissions: everything };

test('each level asks for points of different codes, and a residential substance use level for more than an outpatient practice', () => {
  const codesOf = (code: string) => {
    const level = levelOfCare(code);
    return pointsFor({ substanceUse: level?.substanceUse ?? false, setting: level?.setting ?? '', documents: standardOfLevel(code)?.documents ?? [] }).map(
      (point) => point.code,
    );
  };
  for (const { code } of levelsOfCare) expect(new Set(codesOf(code)).size, code).toBe(codesOf(code).length);
  expect(codesOf('ASAM-3.5')).toEqual(expect.arrayContaining(['asam', 'part2-notice', 'orders', 'health-and-physical', 'biopsychosocial-assessment', 'care-plan']));
  expect(codesOf('MH-OP')).not.toEqual(expect.arrayContaining(['asam']));
  expect(codesOf('MH-OP')).not.toContain('orders');
});

test('a point is late the day after its last one; evidence settles it, a tick too, a tick taken back does not, and who may not see the evidence is told so', () => {
  const point = { code: 'asam', says: 'ASAM', when: 'after', withinDays: 3, levels: 'all', evidence: { by: 'note', templates: ['asam-assessment'] } } as const;
  const found = [{ by: 'note', code: 'asam-assessment', on: day('2026-11-22') }] as const;
  const tick = { code: 'asam', done: true, on: day('2026-11-21'), note: 'on paper', byName: 'N' };
  const state = (more: object) => standingOf(point, { ...facts, ...more }).state;
  expect(standingOf(point, facts)).toMatchObject({ state: 'missing', dueOn: day('2026-11-23') });
  expect(state({ today: day('2026-11-24') })).toBe('overdue');
  expect(state({ found })).toBe('done');
  expect(state({ found: [{ ...found[0], code: 'dap' }] })).toBe('missing');
  expect(state({ ticks: [tick] })).toBe('done');
  expect(state({ ticks: [{ ...tick, done: false }] })).toBe('missing');
  expect(state({ permissions: new Set(['intake.read']) })).toBe('hidden');
  expect(state({ admittedOn: null })).toBe('missing');
});
