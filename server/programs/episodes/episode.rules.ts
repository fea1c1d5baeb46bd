import type { Obstacle } from '#server/platform/index.ts';
import type { EpisodeStage, EpisodeStateName, Step, StepName } from './episode.ts';

/** Which steps lead on from a state; none from an end. Screening may be left out: people are admitted from the street. */
export const stepsFrom: Readonly<Record<EpisodeStateName, readonly StepName[]>> = {
  referral: ['screening', 'admission', 'declination'],
  screening: ['admission', 'declination'],
  admitted: ['discharge'],
  discharged: [],
  declined: [],
};

const words: Readonly<Record<EpisodeStateName, string>> = {
  referral: 'is a referral that nobody has screened yet',
  screening: 'is being screened',
  admitted: 'is admitted',
  discharged: 'was discharged',
  declined: 'was declined',
};

/** The latest day of a stage: nothing may happen before it. */
export function latestDay(stage: EpisodeStage): Temporal.PlainDate {
  switch (stage.state) {
    case 'referral':
      return stage.referredOn;
    case 'screening':
      return stage.screenedOn;
    case 'admitted':
      return stage.admittedOn;
    case 'discharged':
    case 'declined':
      return stage.endedOn;
  }
}

/** What stands against a step; empty when it can be taken. */
export function obstaclesToStep(stage: EpisodeStage, { step, on }: Pick<Step, 'step' | 'on'>, today: Temporal.PlainDate): Obstacle[] {
  if (!stepsFrom[stage.state].includes(step)) return [{ code: `episode.no-${step}-now`, says: `This stay ${words[stage.state]}: ${step} is not possible.` }];
  const isBefore = Temporal.PlainDate.compare(on, latestDay(stage)) < 0;
  const isAhead = Temporal.PlainDate.compare(on, today) > 0;
  return [
    ...(isBefore ? [{ code: 'episode.date-before', says: `The date lies before ${latestDay(stage)}, the latest on record for this stay.`, at: 'on' }] : []),
    ...(isAhead ? [{ code: 'episode.date-ahead', says: 'The date lies in the future. Record the step on the day it happens.', at: 'on' }] : []),
  ];
}

const screenedOnOf = (stage: EpisodeStage) => (stage.state === 'referral' ? null : stage.screenedOn);

/** The stage after a step. Ask `obstaclesToStep` first; a step that cannot follow leaves the stage as it is. */
export function stageAfter(stage: EpisodeStage, step: Step): EpisodeStage {
  if (!stepsFrom[stage.state].includes(step.step)) return stage;
  const { referredOn } = stage;
  const screenedOn = screenedOnOf(stage);
  switch (step.step) {
    case 'screening':
      return { state: 'screening', referredOn, screenedOn: step.on };
    case 'admission':
      return { state: 'admitted', referredOn, screenedOn, admittedOn: step.on };
    case 'declination':
      return { state: 'declined', referredOn, screenedOn, endedOn: step.on, endReason: step.reason };
    case 'discharge':
      return stage.state === 'admitted' ? { ...stage, state: 'discharged', endedOn: step.on, endReason: step.reason } : stage;
  }
}

/**
 * Whether someone who works outside a program may refer a person on to it: only what is known from a program outside Part 2 counts.
 * What a Part 2 program knows, the fact that it knows the person included, leaves it with the person's consent (42 CFR 2.12(a)(1), 2.13(a), 2.33).
 */
export function obstaclesToReferringOn(isOwnProgram: boolean, sharedPrograms: readonly { readonly part2: boolean }[]): Obstacle[] {
  if (isOwnProgram || sharedPrograms.some((program) => !program.part2)) return [];
  return [
    {
      code: 'episode.referral-needs-consent',
      says: 'This person is known to you from a Part 2 program only. Referring on takes their written consent (42 CFR 2.31).',
      at: 'programId',
    },
  ];
}
