import { expect, test } from 'vitest';
import { noteWish } from './day-list.ts';

const appointment = { startsAt: '2026-11-23T17:00:00Z', status: 'completed' } as Parameters<typeof noteWish>[0];
const after = Date.parse('2026-11-23T18:00:00Z');

test('a session that began wants its note, one to come and a missed one do not', () => {
  expect(noteWish(appointment, undefined, after)).toBe('write');
  expect(noteWish(appointment, undefined, Date.parse('2026-11-23T16:00:00Z'))).toBeUndefined();
  expect(noteWish({ ...appointment, status: 'no-show' }, undefined, after)).toBeUndefined();
});

test('a begun note is to be finished, a signed one to be read', () => {
  expect(noteWish(appointment, { state: 'open', draftId: 'd', noteId: null }, after)).toBe('finish');
  expect(noteWish(appointment, { state: 'signed', draftId: null, noteId: 'n' }, after)).toBe('signed');
});
