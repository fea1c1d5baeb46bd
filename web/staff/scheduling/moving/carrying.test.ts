import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortestMinutes } from '../drag.ts';
import { carriedBy, isSameSpot, type Bounds, type Press, type Spot } from './carrying.ts';

const bounds: Bounds = { fromHour: 8, toHour: 18, columns: 5 };
const press = (key: string, shiftKey = false): Press => ({ key, shiftKey });
const after = (spot: Spot, ...presses: readonly Press[]) => presses.reduce((at, one) => carriedBy(one, at, bounds) ?? at, spot);
const nine: Spot = { column: 1, start: 540, end: 590 };

const spots = fc
  .record({
    column: fc.nat(bounds.columns - 1),
    start: fc.integer({ min: bounds.fromHour * 60, max: bounds.toHour * 60 - 300 }),
    length: fc.integer({ min: 5, max: 240 }),
  })
  .map(({ column, start, length }): Spot => ({ column, start, end: start + length }));
const presses = fc.array(fc.record({ key: fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown'), shiftKey: fc.boolean() }), {
  maxLength: 60,
});

test('arrows move by five minutes and by a column, page keys by an hour, Shift changes the length; other keys mean nothing', () => {
  expect(after(nine, press('ArrowDown'), press('ArrowRight'))).toEqual({ column: 2, start: 545, end: 595 });
  expect(after(nine, press('PageDown'), press('ArrowUp'), press('ArrowLeft'))).toEqual({ column: 0, start: 595, end: 645 });
  expect(after(nine, press('ArrowDown', true), press('ArrowDown', true), press('PageUp', true))).toEqual({ column: 1, start: 540, end: 550 });
  // Booked between two snaps, it lands on the next one.
  expect(after({ column: 0, start: 547, end: 592 }, press('ArrowDown'))).toMatchObject({ start: 550, end: 595 });
  expect(after({ column: 0, start: 547, end: 592 }, press('ArrowUp'))).toMatchObject({ start: 545, end: 590 });
  expect([press('a'), press('Enter'), press('ArrowLeft', true)].map((one) => carriedBy(one, nine, bounds))).toEqual([undefined, undefined, undefined]);
});

test('whatever is pressed, it stays in the hours and columns that are drawn, never shorter than the shortest or than it was', () => {
  fc.assert(
    fc.property(spots, presses, (begin, pressed) => {
      let spot = begin;
      for (const one of pressed) {
        const next = carriedBy(one, spot, bounds) ?? spot;
        if (!one.shiftKey) expect(next.end - next.start).toBe(spot.end - spot.start);
        else if (one.key !== 'ArrowLeft' && one.key !== 'ArrowRight') expect([next.column, next.start]).toEqual([spot.column, spot.start]);
        spot = next;
        expect(spot.start).toBeGreaterThanOrEqual(bounds.fromHour * 60);
        expect(spot.end).toBeLessThanOrEqual(bounds.toHour * 60);
        expect(spot.end - spot.start).toBeGreaterThanOrEqual(Math.min(begin.end - begin.start, shortestMinutes));
        expect(spot.column).toBe(Math.max(0, Math.min(bounds.columns - 1, spot.column)));
      }
    }),
  );
});

test('a key and its opposite lead back, unless an edge was in the way', () => {
  const opposite: Readonly<Record<string, string>> = { ArrowUp: 'ArrowDown', ArrowDown: 'ArrowUp', ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };
  const inside = spots.map(
    ({ column, start, end }): Spot => ({ column: Math.max(1, Math.min(3, column)), start: Math.ceil(start / 5) * 5 + 5, end: Math.ceil(end / 5) * 5 + 25 }),
  );
  fc.assert(
    fc.property(inside, fc.constantFrom(...Object.keys(opposite)), fc.boolean(), (spot, key, shiftKey) => {
      expect(isSameSpot(after(spot, press(key, shiftKey), press(opposite[key] ?? '', shiftKey)), spot)).toBe(true);
    }),
  );
});
