import { expect, test } from 'vitest';
import type { HomeTile } from '#server/homes/tiles/tiles.contract.ts';
import { arranged, besides, figureWords, moved } from './tile-words.ts';

const tile = (code: string, more: Partial<HomeTile> = {}): HomeTile => ({
  code,
  asks: code,
  means: '',
  count: 0,
  late: 0,
  cents: null,
  value: 0,
  unit: 'rows',
  says: '',
  opens: '',
  group: 'now',
  isHidden: false,
  ...more,
});

test('numbers are told as what they are, with what is late', () => {
  expect([figureWords({ value: 1234, unit: 'rows' }), figureWords({ value: 123_456, unit: 'cents' }), figureWords({ value: 41, unit: 'days' })]).toEqual([
    '1,234',
    '$1,235',
    '41 d',
  ]);
  expect([besides({ says: '', late: 2 }), besides({ says: '3 charges', late: 0 }), besides({ says: 'of 9', late: 1 })]).toEqual(['2 late', '3 charges', 'of 9, 1 late']);
});

test('what waits for nobody is told apart, what is hidden not at all, and money of nothing is still a figure', () => {
  const tiles = [tile('a', { count: 3 }), tile('b'), tile('c', { count: 1, isHidden: true }), tile('d', { group: 'week', unit: 'cents', says: '0 charges' })];
  const found = arranged({ asOf: '2026-11-29T00:00:00Z', tiles }).map(({ telling, quiet }) => [telling, quiet].map((some) => some.map(({ code }) => code)));
  expect(found).toEqual([
    [['a'], ['b']],
    [[], []],
    [['d'], []],
  ]);
});

test('a tile moves by one place and stops at the ends', () => {
  expect([moved(['a', 'b', 'c'], 'b', -1), moved(['a', 'b', 'c'], 'c', 1), moved(['a', 'b'], 'x', 1)]).toEqual([
    ['b', 'a', 'c'],
    ['a', 'b', 'c'],
    ['a', 'b'],
  ]);
});
