import { expect, test } from 'vitest';
import type { Item } from '#server/assessments/instruments/instrument.contract.ts';
import { meaningOfKey, optionKeys } from './option-keys.ts';

const option = (score: number | null) => ({ label: String(score), score });
const choice: Item = { id: 'q1', text: 'How often?', options: 'freq' };
const frequency = [0, 1, 2, 3].map(option);

test('keys are the scores as they are printed on the form', () => {
  expect(optionKeys(frequency)).toEqual(['0', '1', '2', '3']);
  expect(optionKeys([0, 2, 4].map(option))).toEqual(['0', '2', '4']);
});

test('where scores are missing or the same, keys are places', () => {
  expect(optionKeys([option(0), option(1), option(null)])).toEqual(['1', '2', '3']);
  expect(optionKeys([option(1), option(1)])).toEqual(['1', '2']);
  expect(optionKeys(Array.from({ length: 11 }, (_, score) => option(score))).at(-1)).toBeNull();
});

test('digits choose, arrows and Enter move, and a field for numbers keeps its digits', () => {
  expect(meaningOfKey('2', choice, frequency)).toEqual({ kind: 'choose', option: 2 });
  expect(meaningOfKey('7', choice, frequency)).toEqual({ kind: 'nothing' });
  expect(meaningOfKey('Enter', choice, frequency)).toEqual({ kind: 'next' });
  expect(meaningOfKey('ArrowUp', choice, frequency)).toEqual({ kind: 'previous' });
  expect(meaningOfKey('2', { id: 'q1', text: 'Days', number: { min: 0, max: 30 } }, [])).toEqual({ kind: 'nothing' });
});
