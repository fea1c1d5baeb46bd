import { expect, test } from 'vitest';
import { begun, changed, redone, undone } from './history.ts';

test('keystrokes in one place are one step; each step goes back and forth', () => {
  const typed = ['a', 'ab', 'abc'].reduce((history, text) => changed(history, text, 'label'), begun(''));
  const moved = changed(typed, 'moved');
  expect(undone(moved).present).toBe('abc');
  expect(undone(undone(moved)).present).toBe('');
  expect(redone(redone(undone(undone(moved))))).toMatchObject({ present: 'moved', future: [] });
  expect(changed(undone(moved), 'other').future).toEqual([]);
  expect(undone(begun('first')).present).toBe('first');
});
