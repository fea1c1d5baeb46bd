import { expect, test } from 'vitest';
import { levelOfCare, levelsOfCare, standardOfLevel } from '#server/programs/index.ts';
import { obstaclesToTick, pointsFor, standingOf } from './checklist.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const everything = new Set(['intake.read', 'document.read', 'coverage.read', 'consent.read', 'chart.read', 'medication.read', 'assessment.read']);
const facts = { patientId: 'p', admittedOn: day('2026-11-20'), today: day('2026-11-23'), found: [], ticks: [], permissions: everything };

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
  const found = [{ by: 'note', code: 'asam-assessment', id: 'n', on: day('2026-11-22') }] as const;
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

test('what the record shows leads to it and needs no tick; benefits count for seven days; who ticks what the record would show says where it is', () => {
  const note = { code: 'asam', says: 'ASAM', when: 'after', withinDays: 3, levels: 'all', evidence: { by: 'note', templates: ['asam-assessment'] } } as const;
  const found = [{ by: 'note', code: 'asam-assessment', id: 'n1', on: day('2026-11-22') }] as const;
  const tick = { code: 'asam', done: true, on: day('2026-11-21'), note: 'On paper', byName: 'N' };
  expect(standingOf(note, { ...facts, found, ticks: [tick] })).toMatchObject({ isFound: true, opens: '/signed-notes/n1', doneBy: null, note: '' });
  expect(standingOf(note, facts)).toMatchObject({ isFound: false, opens: '/patients/p/notes' });
  expect(standingOf(note, { ...facts, permissions: new Set() })).toMatchObject({ state: 'hidden', opens: null });

  const benefits = {
    code: 'coverage-verified',
    says: 'Benefits',
    when: 'before',
    withinDays: null,
    levels: 'all',
    evidence: { by: 'verification', freshDays: 7 },
  } as const;
  const looked = (on: string, admittedOn: string | null) =>
    standingOf(benefits, { ...facts, admittedOn: admittedOn === null ? null : day(admittedOn), found: [{ by: 'verification', code: '', id: null, on: day(on) }] }).state;
  expect([looked('2026-11-13', '2026-11-20'), looked('2026-11-12', '2026-11-20'), looked('2026-11-16', null), looked('2026-11-15', null)]).toEqual([
    'done',
    'overdue',
    'done',
    'missing',
  ]);

  const codes = (evidence: typeof note.evidence | { by: 'hand' }, of: { done: boolean; note: string }) => obstaclesToTick({ evidence }, of).map(({ code }) => code);
  expect(codes(note.evidence, { done: true, note: '' })).toEqual(['checklist.say-where']);
  expect([
    codes(note.evidence, { done: true, note: 'On paper' }),
    codes(note.evidence, { done: false, note: '' }),
    codes({ by: 'hand' }, { done: true, note: '' }),
  ]).toEqual([[], [], []]);
});
