import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carriedCaret } from './carried-caret.ts';

test.for([
  ['words come before the caret', 'Slept|', 'Came late. Slept|'],
  ['words come after the caret', 'Slept| badly', 'Slept| badly, ate little'],
  ['words go that stood before the caret', 'Came late. Slept| badly', 'Slept| badly'],
  ['the words at the caret are replaced', 'Slept ba|dly', 'Slept well|'],
])('the caret stays where it was when %s', ([, before = '', after = '']) => {
  const [from, to] = [before.indexOf('|'), after.indexOf('|')];
  expect(carriedCaret(before.replace('|', ''), after.replace('|', ''), from)).toBe(to);
});

test('a caret always stands inside the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ') }), fc.string({ unit: fc.constantFrom('a', 'b', ' ') }), fc.nat(), (before, after, place) => {
      const caret = carriedCaret(before, after, place % (before.length + 1));
      expect(caret).toBeGreaterThanOrEqual(0);
      expect(caret).toBeLessThanOrEqual(after.length);
    }),
  );
});
