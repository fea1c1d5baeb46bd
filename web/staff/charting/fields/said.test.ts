import { expect, test } from 'vitest';
import { withSaid } from './said.ts';

test.for([
  ['an empty field', '|', 'slept well', 'Slept well|'],
  ['the end of a sentence', 'Came late.|', 'slept well', 'Came late. Slept well|'],
  ['the middle of a sentence', 'Came late, |today.', 'tired', 'Came late, tired| today.'],
  ['before a comma', 'Came late|, today.', ' and tired ', 'Came late and tired|, today.'],
  ['nothing heard', 'Came| late', ' ', 'Came| late'],
])('words said at %s', ([, before = '', said = '', after = '']) => {
  const { text, caret } = withSaid(before.replace('|', ''), before.indexOf('|'), said);
  expect(`${text.slice(0, caret)}|${text.slice(caret)}`).toBe(after);
});
