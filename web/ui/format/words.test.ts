import { expect, test } from 'vitest';
import { today } from './today.ts';
import { day, money, phone } from './words.ts';

test('the day is that of the clinic, not of Greenwich', () => {
  const lateEvening = new Date('2026-11-24T05:30:00Z');
  expect(today('America/Los_Angeles', lateEvening)).toBe('2026-11-23');
  expect(today('UTC', lateEvening)).toBe('2026-11-24');
});

test('a birth date never moves with the time zone', () => {
  expect(day('1990-01-01')).toBe('01/01/1990');
});

test('money and telephone numbers read as people write them', () => {
  expect(money(-123_450)).toBe('-$1,234.50');
  expect(phone('2535550100')).toBe('(253) 555-0100');
  expect(phone('253')).toBe('253');
});
