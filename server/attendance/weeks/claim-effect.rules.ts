import { attendedIn, daysThatBill, paidDays, reaches, type Stretch, type WeekRule } from '#server/billing/index.ts';

/** What a claim for such a week would be: units that bill, days that were attended and are not paid, and why. */
export interface ClaimEffect {
  readonly units: number;
  readonly unpaidDays: number;
  readonly says: string;
}

/** What a week bills under a rule. Units are whole days, or the week. */
export function claimEffect(stretches: readonly Stretch[], rule: WeekRule): ClaimEffect {
  const attended = attendedIn(stretches);
  const units = daysThatBill(attended, rule).length;
  const unpaidDays = attended.minutes.size - paidDays(attended, rule).length;
  const counted = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;
  const paid = units === 0 ? 'Nothing bills' : `${counted(units, rule.unit)} of ${rule.procedure} bill`;
  const rest = unpaidDays === 0 ? '' : `, ${counted(unpaidDays, 'day')} attended for nothing`;
  return { units, unpaidDays, says: `${paid}${rest}${reaches(attended, rule) ? '' : '; the week is below the threshold'}.` };
}
