import { expect, test } from 'vitest';
import type { SignReply } from '#server/observations/vitals/vitals.contract.ts';
import { doubtsIn, measuredIn, typedInto } from './vital-words.ts';

const temperature: SignReply = {
  code: 'temperature',
  name: 'Temperature',
  long: 'Body temperature',
  loinc: '8310-5',
  decimals: 1,
  units: [
    { unit: '°F', low: '89.6', high: '107.6' },
    { unit: '°C', low: '32.0', high: '42.0' },
  ],
};

test('a value is sent as it was typed, in the unit that was chosen, and empty fields are not sent', () => {
  expect(measuredIn([temperature], { values: { temperature: '98,60' }, units: {} })).toEqual({ temperature: { value: '98.60', unit: '°F' } });
  expect(measuredIn([temperature], { values: { temperature: '37' }, units: { temperature: '°C' } })).toEqual({ temperature: { value: '37', unit: '°C' } });
  expect(measuredIn([temperature], { values: { temperature: ' ' }, units: {} })).toEqual({});
});

test('a unit typed after the value chooses the unit, anything else stays as it was typed', () => {
  const row = { values: {}, units: {} };
  expect(typedInto(row, temperature, '37 c')).toEqual({ values: { temperature: '37' }, units: { temperature: '°C' } });
  expect(typedInto(row, temperature, '37k')).toEqual({ values: { temperature: '37k' }, units: {} });
});

test('degrees of the other scale are doubted', () => {
  expect(doubtsIn([temperature], { values: { temperature: '37' }, units: {} })).toEqual(['Temperature 37 °F is outside 89.6 to 107.6. Is it right?']);
  expect(doubtsIn([temperature], { values: { temperature: '37' }, units: { temperature: '°C' } })).toEqual([]);
});
