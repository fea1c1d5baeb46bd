import type { LevelStandard, OwnStandard } from './standard.ts';

/** What counts in a program: minutes of a day and a week, days of a week, days between reviews. Null: nothing is asked for. */
export interface Thresholds {
  readonly daysPerWeek: number | null;
  readonly minutesPerDay: number | null;
  readonly minutesPerWeek: number | null;
  readonly reviewDays: number;
}

/** The thresholds of a program: its own where it says so, else those of its level of care. */
export function thresholdsOf(level: LevelStandard, own: OwnStandard | undefined): Thresholds {
  const hours = level.hoursPerWeek?.from ?? 0;
  return {
    daysPerWeek: own?.daysPerWeek ?? level.daysPerWeek,
    minutesPerDay: own?.minutesPerDay ?? level.minutesPerDay,
    minutesPerWeek: own?.minutesPerWeek ?? (hours > 0 ? hours * 60 : null),
    reviewDays: own?.reviewDays ?? level.reviewDays,
  };
}
