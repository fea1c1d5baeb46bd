import file from '#content/billing/day-programs.json' with { type: 'json' };
import { minutesByDay, reaches } from './coach.rules.ts';
import type { DayRule, Stretch } from './week.ts';

const rules = file.rules as readonly DayRule[];

/** The day on which the rules were last read against their sources. */
export const rulesReadOn = file.verifiedOn;

/** Where the rules come from. */
export const rulesSource = file.source;

/** The rule by which a level of care is billed on a day; undefined where days are not what is billed. */
export function dayRuleFor(levelOfCare: string, on: string): DayRule | undefined {
  return rules.find(({ levels, validFrom, validTo }) => levels.includes(levelOfCare) && validFrom <= on && (validTo === null || on < validTo));
}

/** The days of a week that bill under a rule, by what was attended on each. Charges of days are made by the same rule. */
export function daysThatBill(minutes: ReadonlyMap<string, number>, rule: DayRule): readonly string[] {
  if (rule.short === 'week-falls' && !reaches(minutes, rule)) return [];
  return [...minutes].filter(([, of]) => of >= rule.minutesPerDay).map(([day]) => day);
}

/** What a claim for such a week would be: days that bill, days that were attended and do not, and why. */
export interface ClaimEffect {
  readonly units: number;
  readonly unpaidDays: number;
  readonly says: string;
}

/** What a week bills under a rule. Units are whole days. */
export function claimEffect(stretches: readonly Stretch[], rule: DayRule): ClaimEffect {
  const minutes = minutesByDay(stretches);
  const isWhole = reaches(minutes, rule);
  const units = daysThatBill(minutes, rule).length;
  const unpaidDays = minutes.size - units;
  const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;
  const paid = units === 0 ? 'Nothing bills' : `${days(units)} of ${rule.procedure} bill`;
  const rest = unpaidDays === 0 ? '' : `, ${days(unpaidDays)} attended for nothing`;
  return { units, unpaidDays, says: `${paid}${rest}${isWhole ? '' : '; the week is below the threshold'}.` };
}
