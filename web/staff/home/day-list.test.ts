import { expect, test } from 'vitest';
import { noteToWrite, noteWish } from './day-list.ts';

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

test('the note to write is that of the session that began last and has none', () => {
  const day = ['15', '16', '17', '19'].map((hour) => ({ ...appointment, id: hour, startsAt: `2026-11-23T${hour}:00:00Z` }));
  const signed = { state: 'signed', draftId: null, noteId: 'n' } as const;
  expect(noteToWrite(day, new Map(), after)?.id).toBe('17');
  expect(noteToWrite(day, new Map([['17', signed]]), after)?.id).toBe('16');
  expect(noteToWrite(day, new Map(['15', '16', '17'].map((id) => [id, signed])), after)).toBeUndefined();
});
