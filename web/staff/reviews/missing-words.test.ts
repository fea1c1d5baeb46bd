import { expect, test } from 'vitest';
import type { MissingItem } from '#server/reviews/missing/missing.contract.ts';
import { byProgram, byStaff, kinds, missingAmong, placeOf } from './missing-words.ts';

const item = (more: Partial<MissingItem>): MissingItem => ({
  kind: 'unsigned-note',
  id: 'd',
  what: 'SOAP',
  patientId: 'p',
  patientName: 'Odile Fenn',
  programId: 'op',
  programName: 'Outpatient',
  staffId: 'ana',
  staffName: 'Ana',
  since: '2026-11-20T18:00:00Z',
  due: null,
  isOverdue: false,
  daysLate: 0,
  ...more,
});

test('every number is the length of its list, and all lists of one kind of count come to the whole', () => {
  const items = [
    item({}),
    item({ programId: 'otp', programName: 'OTP', isOverdue: true, daysLate: 4 }),
    item({ staffId: null, staffName: null, kind: 'plan-overdue', isOverdue: true }),
  ];
  for (const [counts, field] of [
    [byProgram(items), 'programId'],
    [byStaff(items), 'staffId'],
  ] as const) {
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(items.length);
    for (const { key, count } of counts) expect(missingAmong(items, { kind: '', programId: '', staffId: '', [field]: key })).toHaveLength(count);
  }
  expect(byProgram(items)[0]).toMatchObject({ name: 'OTP', overdue: 1, worst: 4 });
  expect(kinds.map((kind) => missingAmong(items, { kind, programId: '', staffId: '' }).length)).toEqual([2, 0, 0, 1, 0, 0]);
});

test('each leads to where it is mended', () => {
  expect(kinds.map((kind) => placeOf(item({ kind })))).toEqual([
    '/notes/d',
    '/schedule?span=day&day=2026-11-20',
    '/signed-notes/d',
    '/patients/p/care-plans',
    '/patients/p/assessments',
    '/patients/p/notes',
  ]);
});
