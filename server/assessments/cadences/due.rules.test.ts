import { expect, test } from 'vitest';
import { cadenceContent } from './cadence-content.ts';
import { dueInstruments, type Stay } from './due.rules.ts';

const date = (text: string) => Temporal.PlainDate.from(text);
const stay = (kind: string, admittedOn: string): Stay => ({ patientId: 'p', programId: kind, kind, admittedOn: date(admittedOn) });
const due = (stays: readonly Stay[], last: Readonly<Record<string, string>>, today: string) =>
  dueInstruments(stays, cadenceContent.byKindOfProgram, new Map(Object.entries(last).map(([code, on]) => [code, date(on)])), date(today)).map(
    ({ instrumentCode, dueOn, state }) => `${instrumentCode} ${dueOn.toString()} ${state}`,
  );

test('a stay asks first within so many days of admission, then at its interval', () => {
  expect(due([stay('outpatient', '2026-11-01')], {}, '2026-11-02')).toEqual(['phq-9 2026-11-08 due', 'gad-7 2026-11-08 due', 'audit-c 2026-11-15 later']);
  expect(due([stay('outpatient', '2026-11-01')], { 'phq-9': '2026-11-03', 'gad-7': '2026-10-25', 'audit-c': '2026-09-01' }, '2026-11-30')).toEqual([
    'audit-c 2026-11-15 overdue',
    'gad-7 2026-11-22 overdue',
    'phq-9 2026-12-01 due',
  ]);
});

test('what is asked once is not owed again, and two programs owe it once', () => {
  expect(due([stay('php', '2026-11-01')], { asq: '2026-11-01', 'phq-9': '2026-11-20', 'gad-7': '2026-11-20' }, '2026-11-21')).toEqual([
    'phq-9 2026-11-27 due',
    'gad-7 2026-11-27 due',
  ]);
  expect(due([stay('outpatient', '2026-11-01'), stay('php', '2026-11-01')], { 'audit-c': '2026-11-01', asq: '2026-11-01' }, '2026-11-01')).toEqual([
    'phq-9 2026-11-02 due',
    'gad-7 2026-11-02 due',
    'audit-c 2027-11-01 later',
  ]);
});

test('nobody in care, nothing due', () => {
  expect(due([], {}, '2026-11-01')).toEqual([]);
});
