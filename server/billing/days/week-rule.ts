import file from '#content/billing/day-programs.json' with { type: 'json' };

/** Minutes that make a day, days of that kind and minutes that make a week. */
export interface Threshold {
  readonly minutesPerDay: number;
  readonly daysPerWeek: number;
  readonly minutesPerWeek: number;
}

/** A stretch of treatment on one day. Times are minutes since midnight at the site. */
export interface Stretch {
  readonly day: string;
  readonly start: number;
  readonly end: number;
}

/** What was attended on each day, by day (YYYY-MM-DD). */
export interface Attended {
  readonly minutes: ReadonlyMap<string, number>;
  readonly services: ReadonlyMap<string, number>;
}

/**
 * How days of such a program are paid. `week-falls`: below the week's threshold no day is paid; `days-stand`: each full day is.
 * `unit`: each full day is one, or the whole week is, charged on its first full day.
 */
export interface WeekRule extends Threshold {
  readonly procedure: string;
  readonly levels: readonly string[];
  readonly short: 'week-falls' | 'days-stand';
  /** Services that a day needs besides its minutes; null where minutes are enough. */
  readonly servicesPerDay: number | null;
  readonly unit: 'day' | 'week';
  readonly says: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const rules = (file.rules as readonly Omit<WeekRule, 'servicesPerDay' | 'unit'>[]).map((rule): WeekRule => ({ ...rule, servicesPerDay: null, unit: 'day' }));

/** The day on which the rules were last read against their sources, and where they come from. */
export const weekRulesReadOn = file.verifiedOn;
export const weekRulesSource = file.source;

/** The rule by which a level of care is billed on a day (YYYY-MM-DD), payers aside; undefined where days are not what is billed. */
export function weekRuleOn(levelOfCare: string, on: string): WeekRule | undefined {
  return rules.find(({ levels, validFrom, validTo }) => levels.includes(levelOfCare) && validFrom <= on && (validTo === null || on < validTo));
}
