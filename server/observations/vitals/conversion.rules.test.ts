import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyMassIndex, converted, exact, rounded } from './conversion.rules.ts';
import { signs, units } from './vital-sign.ts';
import { doubtsOf, rangeIn } from './vital-sign.rules.ts';

describe('units', () => {
  test.each([
    ['212', '°F', '°C', 1, '100.0'],
    ['98.6', '°F', '°C', 1, '37.0'],
    ['32', '°F', '°C', 1, '0.0'],
    ['31', '°F', '°C', 1, '-0.6'],
    ['37', '°C', '°F', 1, '98.6'],
    ['1', 'lb', 'kg', 2, '0.45'],
    ['220.5', 'lb', 'kg', 1, '100.0'],
    ['100', 'kg', 'lb', 1, '220.5'],
    ['71', 'in', 'cm', 1, '180.3'],
    ['2.54', 'cm', 'in', 2, '1.00'],
  ] as const)('%s %s is, in %s, %s', (value, from, to, decimals, expected) => {
    expect(converted({ value, unit: from }, to, units, decimals)).toBe(expected);
  });

  test('a weight is no length, and an unknown unit is nothing', () => {
    expect(converted({ value: '1', unit: 'kg' }, 'cm', units, 1)).toBeUndefined();
    expect(converted({ value: '1', unit: 'stone' }, 'kg', units, 1)).toBeUndefined();
  });

  test('there and back again is the same, as far as it is shown', () => {
    const pairs = [
      ['lb', 'kg'],
      ['kg', 'lb'],
      ['in', 'cm'],
      ['°F', '°C'],
      ['°C', '°F'],
    ] as const;
    fc.assert(
      fc.property(fc.constantFrom(...pairs), fc.integer({ min: 0, max: 99_999 }), ([from, to], tenths) => {
        const value = rounded({ over: BigInt(tenths), under: 10n }, 1);
        const there = converted({ value, unit: from }, to, units, 4) ?? '';
        const back = converted({ value: there.replace('-', '0'), unit: to }, from, units, 1);
        fc.pre(!there.startsWith('-'));
        expect(back).toBe(value);
      }),
    );
  });

  test('no decimal is lost or invented in reading a number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 2 }), (digits, decimals) => {
        const text = rounded({ over: BigInt(digits), under: 10n ** BigInt(decimals) }, decimals);
        expect(rounded(exact(text), decimals)).toBe(text);
        expect(Number(text)).toBeCloseTo(digits / 10 ** decimals, 6);
      }),
    );
  });
});

test('body mass index is kilograms over the square of metres, whatever they were written down in', () => {
  expect(bodyMassIndex({ value: '80', unit: 'kg' }, { value: '180', unit: 'cm' }, units)).toBe('24.7');
  expect(bodyMassIndex({ value: '176.4', unit: 'lb' }, { value: '71', unit: 'in' }, units)).toBe('24.6');
  expect(bodyMassIndex({ value: '80', unit: 'kg' }, undefined, units)).toBeUndefined();
  expect(bodyMassIndex({ value: '80', unit: 'kg' }, { value: '0', unit: 'cm' }, units)).toBeUndefined();
});

test('every sign has a range in each of its units, edges are no doubt and one step beyond them is', () => {
  for (const sign of signs) {
    for (const unit of sign.units) {
      const { low, high } = rangeIn(sign, unit, units);
      expect(Number(low), `${sign.code} ${unit}`).toBeLessThan(Number(high));
    }
    const unit = sign.units.at(-1) ?? '';
    const said = (value: string) => doubtsOf([sign], { [sign.code]: { value, unit } }, units).map(({ code }) => code);
    expect([said(String(sign.low)), said(String(sign.high))]).toEqual([[], []]);
    expect(said(String(sign.high + 1))).toEqual([sign.code]);
  }
});

test('a pressure upside down is doubted', () => {
  const said = doubtsOf(signs, { systolic: { value: '80', unit: 'mmHg' }, diastolic: { value: '120', unit: 'mmHg' } }, units);
  expect(said.map(({ says }) => says)).toEqual(['Diastolic is not below systolic. Is it right?']);
});
