import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeOf, codesBeginningWith, lettersOf, partsOf } from './name-code.rules.ts';

const word = fc.stringMatching(/^[a-z]{1,14}$/);

test('names are read without marks, apostrophes and hyphens', () => {
  expect(partsOf("José  O'Brien-Nuñez")).toEqual(['jose', 'obrien', 'nunez']);
  expect(partsOf('Łukasz Weiß')).toEqual(['lukasz', 'weiss']);
  expect(partsOf('  ,, 42 ')).toEqual([]);
});

test('a code is a whole safe number and keeps the first eleven letters', () => {
  fc.assert(
    fc.property(word, (part) => {
      expect(Number.isSafeInteger(codeOf(part))).toBe(true);
      expect(lettersOf(codeOf(part))).toBe(part.slice(0, 11));
    }),
  );
});

test('the order of codes is the order of the alphabet', () => {
  fc.assert(
    fc.property(word, word, (left, right) => {
      const [one, other] = [left.slice(0, 11), right.slice(0, 11)];
      expect(Math.sign(codeOf(left) - codeOf(right))).toBe(one < other ? -1 : one > other ? 1 : 0);
    }),
  );
});

test('a code lies in the range of a beginning exactly when the name begins so', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-c]{1,11}$/), fc.stringMatching(/^[a-c]{1,4}$/), (part, beginning) => {
      const { from, to } = codesBeginningWith(beginning);
      expect(codeOf(part) >= from && codeOf(part) <= to).toBe(part.startsWith(beginning));
    }),
  );
});

test('letters of other scripts have codes too', () => {
  fc.assert(
    fc.property(fc.constantFrom('Дмитрий', '王小明', 'Ελένη', 'محمد'), (name) => {
      const [part = ''] = partsOf(name);
      expect(codeOf(part)).toBeGreaterThan(0);
      expect(Number.isSafeInteger(codesBeginningWith(part.slice(0, 1)).to)).toBe(true);
    }),
  );
});
