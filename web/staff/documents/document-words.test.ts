import { expect, test } from 'vitest';
import { sizeWords, titleFrom } from './document-words.ts';

test('a file name becomes a title, a size is said in words', () => {
  expect(titleFrom('discharge_letter-2026.PDF')).toBe('discharge letter 2026');
  expect(titleFrom('scan')).toBe('scan');
  expect([sizeWords(12), sizeWords(240_400), sizeWords(1_400_000)]).toEqual(['1 KB', '240 KB', '1.4 MB']);
});
