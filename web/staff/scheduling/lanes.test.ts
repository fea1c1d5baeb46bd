import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lanesOf } from './lanes.ts';

const span = fc.tuple(fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 5, max: 240 })).map(([start, length]) => ({ start, end: start + length }));

test('nothing is drawn over anything else, and nothing is left out', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 40 }), (spans) => {
      const laid = lanesOf(spans);
      expect(laid).toHaveLength(spans.length);
      for (const [index, one] of laid.entries()) {
        expect(one.lane).toBeLessThan(one.lanes);
        for (const other of laid.slice(index + 1)) {
          const overlap = one.item.start < other.item.end && other.item.start < one.item.end;
          if (overlap) expect([one.lane, one.lanes]).not.toEqual([other.lane, one.lanes]);
        }
      }
    }),
  );
});

test('appointments one after the other take the whole width', () => {
  expect(
    lanesOf([
      { start: 540, end: 590 },
      { start: 590, end: 640 },
    ]).map(({ lanes }) => lanes),
  ).toEqual([1, 1]);
});
