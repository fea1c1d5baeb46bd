import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { obstaclesToCode, reranked, searchWords } from './diagnosis.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const code = {
  code: 'F64.A',
  description: 'Gender identity disorder in remission',
  billable: true,
  category: 'sexual-gender',
  common: false,
  validFrom: day('2026-10-01'),
  validTo: null,
};

describe('diagnoses', () => {
  test('a code is refused the day before its release and taken on the day', () => {
    expect(obstaclesToCode(code, day('2026-09-30')).map((each) => each.code)).toEqual(['diagnosis.not-valid']);
    expect(obstaclesToCode(code, day('2026-10-01'))).toEqual([]);
  });

  test('a heading never reaches the problem list', () => {
    expect(obstaclesToCode({ ...code, code: 'F32', billable: false }, day('2026-11-23')).map((each) => each.code)).toEqual(['diagnosis.not-billable']);
  });

  test('giving an entry a rank keeps everyone, in order, and puts it there', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 }), fc.nat(12), fc.integer({ min: 1, max: 15 }), (order, which, rank) => {
        const entry = order[which % order.length] ?? '';
        const after = reranked(order, entry, rank);
        expect(after.toSorted()).toEqual(order.toSorted());
        expect(after.filter((each) => each !== entry)).toEqual(order.filter((each) => each !== entry));
        expect(after[Math.min(rank, order.length) - 1]).toBe(entry);
      }),
    );
  });

  test('a search is split into words, and a code loses its dot', () => {
    expect(searchWords('Major dep, F33.1')).toEqual(['major', 'dep', 'f331']);
    expect(searchWords("' & | !:*")).toEqual([]);
  });
});
