import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closeness, slipsBetween, soundsAlike, variantsOf, withoutOneLetter } from './spelling.rules.ts';

const word = fc.stringMatching(/^[a-z]{3,10}$/);
const share = (left: readonly unknown[], right: readonly unknown[]) => left.some((one) => right.includes(one));

/** One slip of the hand: a letter left out, doubled, changed, or swapped with its neighbour. */
const slipped = fc.tuple(word, fc.nat(), fc.constantFrom('leave-out', 'add', 'change', 'swap'), fc.constantFrom(...'abcdefgh')).map(([part, at, kind, letter]) => {
  const place = at % part.length;
  const letters = [...part];
  if (kind === 'leave-out') return [part, letters.toSpliced(place, 1).join('')] as const;
  if (kind === 'add') return [part, letters.toSpliced(place, 0, letter).join('')] as const;
  if (kind === 'change') return [part, letters.with(place, letter).join('')] as const;
  const next = (place + 1) % part.length;
  const [low, high] = [Math.min(place, next), Math.max(place, next)];
  return high - low === 1
    ? ([
        part,
        letters
          .with(low, letters[high] ?? '')
          .with(high, letters[low] ?? '')
          .join(''),
      ] as const)
    : ([part, part] as const);
});

test('a name with one slip is still found: both spellings share a variant', () => {
  fc.assert(
    fc.property(slipped, ([part, typed]) => {
      expect(share(withoutOneLetter(part), withoutOneLetter(typed))).toBe(true);
    }),
  );
});

test('one slip counts as one at most', () => {
  fc.assert(
    fc.property(slipped, ([part, typed]) => {
      expect(slipsBetween(part, typed)).toBeLessThanOrEqual(1);
    }),
  );
});

test('slips are counted the same from either side, and none lie between a word and itself', () => {
  fc.assert(
    fc.property(word, word, (left, right) => {
      expect(slipsBetween(left, right)).toBe(slipsBetween(right, left));
      expect(slipsBetween(left, left)).toBe(0);
      expect(slipsBetween(left, right)).toBeGreaterThanOrEqual(Math.abs(left.length - right.length));
    }),
  );
});

test.each([
  ['catherine', 'katherine'],
  ['stephen', 'steven'],
  ['philip', 'filip'],
  ['smith', 'smyth'],
])('%s and %s sound alike and share a variant', (left, right) => {
  expect(soundsAlike(left, right)).toBe(true);
  expect(share(variantsOf(left), variantsOf(right))).toBe(true);
});

test('variants are whole safe numbers, few enough to keep', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,20}$/), (part) => {
      const variants = variantsOf(part);
      expect(variants.length).toBeLessThanOrEqual(14);
      expect(variants.every(Number.isSafeInteger)).toBe(true);
    }),
  );
});

test('closeness is best for the same word, then for its beginning, then for a slip', () => {
  expect(closeness('smith', 'smith')).toBe(1);
  expect(closeness('smi', 'smith')).toBeGreaterThan(closeness('smiht', 'smith'));
  expect(closeness('smiht', 'smith')).toBeGreaterThan(0);
  expect(closeness('smith', 'garcia')).toBe(0);
  expect(closeness('xi', 'li')).toBe(0);
  fc.assert(
    fc.property(word, word, (typed, part) => {
      expect(closeness(typed, part)).toSatisfy((fit: number) => fit >= 0 && fit <= 1);
    }),
  );
});
