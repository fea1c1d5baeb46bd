import fc from 'fast-check';
import { expect, test } from 'vitest';
import { obstaclesToPassword } from './password.rules.ts';

const owner = { email: 'ana.rivera@harbor.example', names: ['Ana', 'Rivera'] };
const common = new Set(['passwordpassword', 'correcthorsebatterystaple', 'letmeinplease']);
const codes = (password: string) => obstaclesToPassword(password, owner, common).map((obstacle) => obstacle.code);

test.each([
  ['short', 'password.short'],
  ['Password-Password', 'password.common'],
  ['LetMeInPlease2026', 'password.common'],
  ['abcabcabcabcabc', 'password.pattern'],
  ['123456789012', 'password.pattern'],
  ['AnaRivera2026', 'password.own-name'],
  ['ana.rivera-ana', 'password.own-name'],
])('%s is refused as %s', (password, code) => {
  expect(codes(password)).toEqual([code]);
});

test('an ordinary sentence can be used', () => {
  expect(codes('the ferry leaves at noon')).toEqual([]);
});

test('whatever is shorter than twelve characters is refused, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 5 }), (password) => {
      expect(codes(password)).toEqual(['password.short']);
    }),
  );
});

test('one piece repeated is refused, however long', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'abcxyz019'), minLength: 1, maxLength: 4 }), fc.integer({ min: 12, max: 30 }), (piece, times) => {
      expect(codes(piece.repeat(times))).not.toEqual([]);
    }),
  );
});
