import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeTexts, uniteTexts, unresolvedMark } from './draft-merge.rules.ts';

const word = fc.constantFrom('calm', 'anxious', 'slept', 'sister', 'and', ',', '.', '\n', 'the', '  ', '\u{1F642}', 'é');
const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));

/** Edits of a text: at random places words go, and marked words, which exist nowhere else, come. */
const edits = fc.array(fc.record({ at: fc.nat(60), remove: fc.nat(4), insert: fc.nat(3) }), { maxLength: 6 });

function edited(base: string, changes: readonly { at: number; remove: number; insert: number }[], writer: string) {
  const words = base.split(' ');
  const written: string[] = [];
  for (const { at, remove, insert } of changes) {
    const fresh = Array.from({ length: insert }, () => `${writer}${written.length}_${at}`).map((each, index) => `${each}x${index}`);
    written.push(...fresh);
    words.splice(at % (words.length + 1), remove, ...fresh);
  }
  const result = words.join(' ');
  return { result, written: written.filter((each) => result.includes(each)) };
}

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let next = 0;
  for (const each of whole) if (each === part[next]) next++;
  return next === part.length;
}

describe('merging two hands in one section', () => {
  test('nothing that either side typed is lost', () => {
    fc.assert(
      fc.property(text, edits, edits, (base, first, second) => {
        const ours = edited(base, first, 'ours');
        const theirs = edited(base, second, 'theirs');
        const merged = mergeTexts(base, ours.result, theirs.result).text;
        for (const each of [...ours.written, ...theirs.written]) expect(merged).toContain(each);
      }),
      { numRuns: 2000 },
    );
  });

  test('every character of a side that was new stays, in its order, even when letters repeat', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), maxLength: 30 });
    fc.assert(
      fc.property(letters, letters, (current, incoming) => {
        const { text: united } = uniteTexts(current, incoming);
        expect(isSubsequence([...current], [...united])).toBe(true);
        expect(isSubsequence([...incoming], [...united])).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('a side that changed nothing gives way wholly', () => {
    fc.assert(
      fc.property(text, text, (base, other) => {
        expect(mergeTexts(base, other, base)).toEqual({ text: other, bothKept: false });
        expect(mergeTexts(base, base, other)).toEqual({ text: other, bothKept: false });
        expect(mergeTexts(base, other, other)).toEqual({ text: other, bothKept: false });
      }),
    );
  });

  test('both sides are told the same words whoever came first, marks apart', () => {
    fc.assert(
      fc.property(text, edits, edits, (base, first, second) => {
        const [ours, theirs] = [edited(base, first, 'ours').result, edited(base, second, 'theirs').result];
        const sorted = (merged: string) =>
          merged
            .split(/[\s⟦⟧]+/)
            .toSorted()
            .join(' ');
        expect(sorted(mergeTexts(base, ours, theirs).text)).toBe(sorted(mergeTexts(base, theirs, ours).text));
      }),
    );
  });

  test('changes in different places are simply both there', () => {
    const base = 'Slept well. Mood low. No danger.';
    expect(mergeTexts(base, 'Slept badly. Mood low. No danger.', 'Slept well. Mood low. No danger now.')).toEqual({
      text: 'Slept badly. Mood low. No danger now.',
      bothKept: false,
    });
  });

  test('changes of the same words stand side by side until someone decides', () => {
    const merged = mergeTexts('Mood low today.', 'Mood flat today.', 'Mood anxious today.');
    expect(merged).toEqual({ text: 'Mood ⟦flat⟧⟦anxious⟧ today.', bothKept: true });
    expect(unresolvedMark.test(merged.text)).toBe(true);
  });

  test('what one side typed on where the other stopped is not doubled', () => {
    expect(mergeTexts('', 'He said', 'He said that he slept')).toEqual({ text: 'He said that he slept', bothKept: false });
  });

  test('new lines that both add at one place simply follow each other', () => {
    expect(mergeTexts('Calm.', 'Calm.\nFrom Ana.', 'Calm.\nFrom Ben.').text).toBe('Calm.\nFrom Ana.\nFrom Ben.');
    expect(mergeTexts('He said', 'He said\nReviewed.', 'He said that he slept').text).toBe('He said that he slept\nReviewed.');
  });

  test('a page rewritten on both sides keeps both, in reasonable time', () => {
    const page = (mark: string) => Array.from({ length: 6000 }, (_unused, index) => `${mark}${index}`).join(' ');
    const merged = mergeTexts(page('base'), page('ours'), page('theirs')).text;
    expect(merged).toContain('ours5999');
    expect(merged).toContain('theirs0');
  });
});
