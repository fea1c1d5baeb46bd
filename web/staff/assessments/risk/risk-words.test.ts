import { expect, test } from 'vitest';
import { clockWords, owed, stepOf } from './risk-words.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const duty = (key: string, dueAt: string, doneAt: string | null = null) => ({ key, kind: 'contact' as const, dueAt, doneAt, endedAt: null });

test('a clock tells what is left, and how late it is', () => {
  expect(clockWords('2026-11-24T12:40:00Z', now)).toBe('due in 40 min');
  expect(clockWords('2026-11-24T14:05:00Z', now)).toBe('due in 2 h 5 min');
  expect(clockWords('2026-11-28T12:00:00Z', now)).toBe('due in 4 days');
  expect(clockWords('2026-11-24T11:15:00Z', now)).toBe('late by 45 min');
});

test('what is owed stands in the order in which it is due', () => {
  const duties = [duty('later', '2026-11-26T00:00:00Z'), duty('done', '2026-11-24T00:00:00Z', '2026-11-24T00:00:00Z'), duty('next', '2026-11-25T00:00:00Z')];
  expect(owed(duties).map(({ key }) => key)).toEqual(['next', 'later']);
});

test('a missed visit interrupts keeping contact', () => {
  expect(stepOf('missed-visit')).toBe(stepOf('contact'));
});
