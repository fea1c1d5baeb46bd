import { expect, test } from 'vitest';
import { unfolded } from './snippets.ts';

const snippets = [{ trigger: 'si', text: 'Asked: denied.' }];

test.each([
  [';si', 3, { text: 'Asked: denied.', caret: 14 }],
  ['Calm. /si Next.', 9, { text: 'Calm. Asked: denied. Next.', caret: 20 }],
  ['and/si', 6, undefined],
  [';other', 6, undefined],
  ['si', 2, undefined],
])('%j with the caret at %i', (text, caret, expected) => {
  expect(unfolded(text, caret, snippets)).toEqual(expected);
});
