import { expect, test } from 'vitest';
import { birthDateOf } from './kiosk-words.ts';

test('a birth date is one that the calendar has, however it is padded', () => {
  expect(birthDateOf({ year: '1990', month: '2', day: '4' })).toBe('1990-02-04');
  for (const [year, month, day] of [
    ['1990', '02', '30'],
    ['90', '02', '14'],
    ['1990', '13', '01'],
    ['1990', '', '01'],
  ] as const)
    expect(birthDateOf({ year, month, day })).toBeNull();
});
