import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EpisodeStage, Step } from './episode.ts';
import { latestDay, obstaclesToReferringOn, obstaclesToStep, stageAfter, stepsFrom } from './episode.rules.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const referral: EpisodeStage = { state: 'referral', referredOn: Temporal.PlainDate.from('2026-01-05') };
const step = fc.tuple(fc.constantFrom('screening', 'admission', 'discharge', 'declination'), fc.integer({ min: -30, max: 400 })).map(([name, days]): Step => {
  const on = referral.referredOn.add({ days });
  return name === 'discharge' || name === 'declination' ? { step: name, on, reason: 'completed' } : { step: name, on };
});

function take(stage: EpisodeStage, next: Step): EpisodeStage {
  return obstaclesToStep(stage, next, today).length > 0 ? stage : stageAfter(stage, next);
}

test('the days of a stay only ever go forward, and never past today', () => {
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      let stage: EpisodeStage = referral;
      for (const next of steps) {
        const before = latestDay(stage);
        stage = take(stage, next);
        expect(Temporal.PlainDate.compare(before, latestDay(stage))).toBeLessThanOrEqual(0);
        expect(Temporal.PlainDate.compare(latestDay(stage), today)).toBeLessThanOrEqual(0);
      }
    }),
  );
});

test('nothing follows an end', () => {
  fc.assert(
    fc.property(fc.array(step), fc.array(step), (steps, more) => {
      const stage = steps.reduce(take, referral);
      fc.pre(stepsFrom[stage.state].length === 0);
      expect(more.reduce(take, stage)).toEqual(stage);
    }),
  );
});

test('nobody is discharged who was not admitted', () => {
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const stage = steps.reduce(take, referral);
      if (stage.state === 'discharged') expect(stage.admittedOn).toBeDefined();
      expect(obstaclesToStep(referral, { step: 'discharge', on: today }, today)).toMatchObject([{ code: 'episode.no-discharge-now' }]);
    }),
  );
});

test('people are admitted from the street, without a screening', () => {
  expect(stageAfter(referral, { step: 'admission', on: today })).toEqual({ state: 'admitted', referredOn: referral.referredOn, screenedOn: null, admittedOn: today });
});

test('a step before the referral or after today is refused with the date named', () => {
  expect(obstaclesToStep(referral, { step: 'admission', on: Temporal.PlainDate.from('2026-01-04') }, today)).toMatchObject([{ code: 'episode.date-before', at: 'on' }]);
  expect(obstaclesToStep(referral, { step: 'admission', on: today.add({ days: 1 }) }, today)).toMatchObject([{ code: 'episode.date-ahead', at: 'on' }]);
});

test('what only a Part 2 program knows is not referred on without consent', () => {
  expect(obstaclesToReferringOn(false, [{ part2: true }])).toMatchObject([{ code: 'episode.referral-needs-consent' }]);
  expect(obstaclesToReferringOn(false, [])).toMatchObject([{ code: 'episode.referral-needs-consent' }]);
  expect(obstaclesToReferringOn(false, [{ part2: true }, { part2: false }])).toEqual([]);
  expect(obstaclesToReferringOn(true, [])).toEqual([]);
});
