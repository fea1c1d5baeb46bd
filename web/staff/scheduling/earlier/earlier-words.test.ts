import { expect, test } from 'vitest';
import { limitWords } from './earlier-words.ts';

test('limits are told in words, in the order of the week', () => {
  expect(limitWords({ weekdays: [3, 1], notBefore: '09:00', notAfter: null, noticeHours: 24, anyClinician: true })).toBe(
    'Monday, Wednesday, from 09:00, 24 hours of notice, with any clinician',
  );
  expect(limitWords({ weekdays: [], notBefore: null, notAfter: '12:00', noticeHours: 0, anyClinician: false })).toBe('any day, until 12:00, at short notice');
});
