import { expect, test } from 'vitest';
import { blanksAsNull, changesBetween, withoutBlanks } from './blanks.ts';

test('an address nobody filled in is not sent, half of one is, so that the server can say what is missing', () => {
  expect(withoutBlanks({ name: 'Ada', address: { line1: '', city: ' ' } })).toEqual({ name: 'Ada' });
  expect(withoutBlanks({ address: { line1: '1 Pier', city: '' } })).toEqual({ address: { line1: '1 Pier' } });
});

test('false, zero and empty lists are answers', () => {
  expect(withoutBlanks({ may: false, rank: 0, race: [] })).toEqual({ may: false, rank: 0, race: [] });
});

test('a field emptied by hand is emptied on record', () => {
  expect(blanksAsNull({ phone: '', email: 'a@b.org', address: { line1: '', city: '' } })).toEqual({ phone: null, email: 'a@b.org', address: null });
});

test('what did not change is not sent', () => {
  expect(changesBetween({ a: 'x', b: ['1'], c: { d: 1 } }, { a: 'x', b: ['1', '2'], c: { d: 1 } })).toEqual({ b: ['1', '2'] });
});
