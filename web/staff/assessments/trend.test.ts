import { expect, test } from 'vitest';
import type { Series } from '#server/assessments/administrations/administrations.contract.ts';
import { eventsIn, heightOf, monthsIn, rowsOf, shareOf, spanOf } from './trend.ts';

const series: Series = {
  instrumentCode: 'phq-9',
  abbreviation: 'PHQ-9',
  version: 1,
  answeredBy: 'patient',
  kind: 'number',
  min: 0,
  max: 20,
  bands: [
    { min: 0, max: 9, label: 'low' },
    { min: 10, max: 20, label: 'high' },
  ],
  states: [],
  change: null,
  changeSource: null,
  offTrack: null,
  points: [
    { id: 'a', at: '2026-03-08T12:00:00Z', score: 20, says: 'high' },
    { id: 'b', at: '2026-09-08T12:00:00Z', score: 5, says: 'low' },
  ],
};
const states: Series = { ...series, kind: 'state', states: ['negative', 'positive'], points: [{ id: 'c', at: '2026-04-01T00:00:00Z', score: null, says: 'positive' }] };

test('plots share one span, with a week at each end', () => {
  const span = spanOf([series, states]);
  expect(new Date(span.from).toISOString()).toBe('2026-03-01T12:00:00.000Z');
  expect(shareOf(span.from, span)).toBe(0);
  expect(shareOf(Date.parse('2026-09-15T12:00:00Z'), span)).toBe(1);
  expect(monthsIn(span).map(({ label }) => label)).toEqual(['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep']);
  expect(
    eventsIn(
      [
        { on: '2026-01-01', says: 'before' },
        { on: '2026-05-01', says: 'Admitted' },
      ],
      span,
    ),
  ).toEqual([{ at: Date.parse('2026-05-01'), says: 'Admitted' }]);
});

test('a number stands on its scale and in its band, a word on the line of its state', () => {
  expect(series.points.map((point) => heightOf(series, point))).toEqual([1, 0.25]);
  expect(rowsOf(series)).toEqual([
    { label: 'low', from: 0, to: 0.475 },
    { label: 'high', from: 0.475, to: 1 },
  ]);
  expect(states.points.map((point) => heightOf(states, point))).toEqual([0.75]);
  expect(rowsOf(states)[1]).toEqual({ label: 'positive', from: 0.5, to: 1 });
});

test('without scores there is nothing to draw, and nothing breaks', () => {
  expect(shareOf(0, spanOf([]))).toBe(0);
  expect(heightOf(series, { id: 'x', at: '', score: null, says: null })).toBeNull();
});
