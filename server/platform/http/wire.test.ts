import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onTheWire } from './wire.ts';

const leaf = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  fc.date({ noInvalidDate: true }),
  fc.constant(Temporal.PlainDate.from('2026-11-23')),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('tree')), fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), tie('tree'))),
}));

test('a reply is what JSON would carry', () => {
  fc.assert(
    fc.property(tree, (value) => {
      expect(JSON.stringify(onTheWire({ value }))).toBe(JSON.stringify({ value }));
    }),
  );
});

test('what is plain already is not copied', () => {
  const plain = { a: [1, { b: 'c' }], d: null };
  expect(onTheWire(plain)).toBe(plain);
  expect(onTheWire({ a: plain, at: Temporal.Instant.from('2026-11-23T18:00:00Z'), gone: undefined })).toEqual({ a: plain, at: '2026-11-23T18:00:00Z' });
});
