import type { Chance } from './random.ts';

/** A weekly hour of one clinician: 1 is Monday; hours on the wall clock. */
export interface WeeklyHour {
  readonly clinician: string;
  readonly weekday: number;
  readonly hour: number;
}

const openingHours = [8, 9, 10, 11, 13, 14, 15, 16, 17] as const;

/** Who is free when, week after week, so that nobody in the demo is in two places. */
export class WeeklyCalendar {
  readonly #taken = new Set<string>();
  readonly #chance: Chance;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** Takes a free hour of one of them, or says that there is none. `hours` in a row; two for a group. */
  take(clinicians: readonly string[], weeks: readonly number[], hours = 1): WeeklyHour | undefined {
    for (let round = 0; round < 60; round += 1) {
      const wish: WeeklyHour = { clinician: this.#chance.one(clinicians), weekday: this.#chance.between(1, 5), hour: this.#chance.one(openingHours) };
      if (this.#claim(wish, weeks, hours)) return wish;
    }
    return undefined;
  }

  /** Takes exactly this hour; false when it is not free in one of the weeks. */
  takeExactly(wish: WeeklyHour, weeks: readonly number[], hours = 1): boolean {
    return this.#claim(wish, weeks, hours);
  }

  #claim({ clinician, weekday, hour }: WeeklyHour, weeks: readonly number[], hours: number): boolean {
    const keys = weeks.flatMap((week) => Array.from({ length: hours }, (_unused, more) => `${clinician}|${week}|${weekday}|${hour + more}`));
    if (keys.some((key) => this.#taken.has(key))) return false;
    for (const key of keys) this.#taken.add(key);
    return true;
  }
}
