import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sendableText, sendableWords } from './characters.ts';

test('whatever was typed, only sendable characters and none of our separators leave', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      expect(sendableText(typed)).not.toMatch(/[^ -~]|[*:~^a-z]/);
    }),
  );
});

test('cleaning twice changes nothing, cut or not', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 60 }), (typed, longest) => {
      expect(sendableText(sendableText(typed))).toBe(sendableText(typed));
      expect(sendableWords(sendableWords(typed, longest), longest)).toBe(sendableWords(typed, longest));
      expect(sendableWords(typed, longest).length).toBeLessThanOrEqual(longest);
    }),
  );
});

test.each([
  ['Núñez', 'NUNEZ'],
  ['Nguyễn Thị', 'NGUYEN THI'],
  ['O’Brien', "O'BRIEN"],
  ['Ørsted', 'ORSTED'],
  ['Großkreutz', 'GROSSKREUTZ'],
  ['Łukasz', 'LUKASZ'],
  ['Smith*Jones~', 'SMITH JONES'],
  ['a:b^c', 'A B C'],
  ['  two   spaces ', 'TWO SPACES'],
  ['“quoted” – dash', '"QUOTED" - DASH'],
  ['line\nbreak', 'LINE BREAK'],
  ['李明', ''],
])('%s leaves as %s', (typed, sent) => {
  expect(sendableText(typed)).toBe(sent);
});
