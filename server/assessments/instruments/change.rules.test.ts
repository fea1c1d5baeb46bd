import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changeState, offTrack, reliableChangePoints } from './change.rules.ts';
import { Instrument } from './instrument.contract.ts';

const read = (code: string, kind = 'instruments') =>
  Instrument.parse(JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', '..', 'content', 'assessments', kind, `${code}.json`), 'utf8')));
const phq9 = read('phq-9');
const start = Temporal.Instant.from('2026-01-05T18:00:00Z');
/** Scores a week apart, or by the days given. */
const series = (...scores: (number | readonly [day: number, score: number])[]) =>
  scores.map((each, week) => {
    const [day, score] = typeof each === 'number' ? ([week * 7, each] as const) : each;
    return { at: start.add({ hours: 24 * day }), score };
  });
const policy = { afterDays: 42, leastPercent: 20 };

describe('change since the first score', () => {
  test.for([
    ['baseline', [16]],
    ['no-change', [16, 11]],
    ['improved', [16, 10]],
    ['response', [16, 8]],
    ['remission', [16, 4]],
    ['no-change', [16, 21]],
    ['worse', [16, 22]],
    // Below every cut from the start: five points less are no reliable change.
    ['no-change', [5, 0]],
  ] as const)('PHQ-9: %s after %o', ([expected, scores]) => {
    expect(changeState(phq9, series(...scores))).toBe(expected);
  });

  test('what counts upward improves upward', () => {
    const barc = { ...read('barc-10', 'skeletons'), change: { mcid: 5, rci: null, source: 'invented', response: null, remission: 47, higherIsBetter: true as const } };
    expect(changeState(barc, series(30, 36))).toBe('improved');
    expect(changeState(barc, series(30, 24))).toBe('worse');
    expect(changeState(barc, series(30, 47))).toBe('remission');
  });

  test('without a published threshold nothing is called a change', () => {
    expect(changeState(read('audit'), series(30, 5))).toBeNull();
  });
});

test('the reliable change of Jacobson and Truax', () => {
  // PCL-5: a standard deviation of 14 and a reliability of .85 give about 15 points.
  expect(reliableChangePoints({ sd: 14, reliability: 0.85 })).toBeCloseTo(15.03, 2);
  expect(reliableChangePoints({ sd: 10, reliability: 1 })).toBe(0);
});

describe('off track', () => {
  test('reliably worse is off track on any day', () => {
    expect(offTrack(phq9, series(12, 18), policy)).toEqual({ reason: 'reliably-worse', gained: -6, days: 7 });
  });
  test('less than a fifth better after six weeks is off track; a day earlier it is not yet', () => {
    expect(offTrack(phq9, series([0, 16], [41, 15]), policy)).toBeNull();
    expect(offTrack(phq9, series([0, 16], [42, 15]), policy)).toMatchObject({ reason: 'no-improvement', gained: 1 });
    expect(offTrack(phq9, series([0, 15], [42, 12]), policy)).toBeNull();
  });
  test('who is well, and who has one score, is not off track', () => {
    expect(offTrack(phq9, series([0, 3], [60, 4]), policy)).toBeNull();
    expect(offTrack(phq9, series([0, 9], [60, 9]), policy)).toBeNull();
    expect(offTrack(phq9, series(20), policy)).toBeNull();
  });
});
