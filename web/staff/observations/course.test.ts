import { expect, test } from 'vitest';
import { scaleOf, sentenceOf } from './course.ts';

test('a flat line and a single value lie in the middle of their frame', () => {
  expect(scaleOf([{ name: 'Weight', points: [{ at: 1000, value: 60 }] }])).toEqual({ low: 57, high: 63, from: 1000 - 86_400_000, to: 1000 + 86_400_000 });
  expect(scaleOf([])).toBeUndefined();
});

test('all lines share one frame', () => {
  const pressure = [
    {
      name: 'Systolic',
      points: [
        { at: 0, value: 120 },
        { at: 10, value: 140 },
      ],
    },
    { name: 'Diastolic', points: [{ at: 0, value: 80 }] },
  ];
  expect(scaleOf(pressure)).toEqual({ low: 68, high: 152, from: 0, to: 10 });
});

test('a plot is told in a sentence', () => {
  const points = [
    { at: 0, value: 120 },
    { at: 1, value: 140 },
  ];
  expect(sentenceOf({ name: 'Systolic', points }, 'mmHg', String)).toBe('Systolic: 2 times, from 120 mmHg on 0 to 140 mmHg on 1');
});
