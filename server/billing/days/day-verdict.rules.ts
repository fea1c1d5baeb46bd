import { daysThatBill, type DayRule } from '#server/attendance/index.ts';
import type { DayChargeRule } from './day-rule.ts';
import type { AttendanceFact, MidnightFact, Verdict } from './day.ts';

const billed = (says: string): Verdict => ({ verdict: 'billable', code: 'day.billable', says });
const waits = (code: string, says: string): Verdict => ({ verdict: 'waiting', code, says });
const nothing = (code: string, says: string): Verdict => ({ verdict: 'not-billable', code, says });

const noRule = nothing('day.no-rule', 'Days of this level of care are not billed.');
const noStay = nothing('day.no-stay', 'The stay, as it stands by now, does not cover the day.');
const awayWords = {
  leave: 'On leave at midnight: such a night is not paid.',
  'bed-hold': 'The bed was held at midnight and nobody slept in it: such a night is not paid.',
};

/** A midnight in the house. The day of admission counts and the day of discharge does not, because only the midnight is asked. Source: content/billing/days.json. */
export function verdictOfMidnight({ status, leaveKind, hasStay }: MidnightFact, rule: DayChargeRule | undefined): Verdict {
  if (!rule) return noRule;
  if (status === 'absent') return nothing('day.not-counted', 'The census of the midnight, as it was corrected, does not count the person.');
  if (status === 'discharged') return nothing('day.discharge', 'The day of discharge is not counted.');
  if (!hasStay) return noStay;
  if ((status === 'leave' || status === 'bed-hold') && !rule.paidLeaves.includes(leaveKind ?? '')) return nothing('day.leave', awayWords[status]);
  if (rule.procedure === null) return nothing('day.institutional', 'Billed by revenue code on the institutional form (837I), which is not made here.');
  return billed('In the house at midnight.');
}

/** Payers pay one day a date, and the night is the greater part of it. */
const withNight = (procedure: string) => nothing('day.within-night', `Paid with the night of the same day, which is charged as ${procedure}.`);

const hours = (minutes: number) => `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`;

/** Whether a full day bills where the whole week decides. */
function verdictInWeek({ day, minutes, isWeekOver }: AttendanceFact, week: DayRule): Verdict {
  if (daysThatBill(minutes, week).includes(day)) return billed(`${hours(minutes.get(day) ?? 0)} attended.`);
  const asked = `${week.daysPerWeek} days of ${hours(week.minutesPerDay)}`;
  if (isWeekOver) return nothing('day.week-below', `The week stayed below ${asked}: none of its days is paid.`);
  return waits('charge.week-open', `The week has not reached ${asked} yet: the day is paid when it does.`);
}

/**
 * A day in a day program; undefined while it goes on and nothing can be said. Full days wait for their week where the week decides, so that what
 * is charged at its end is what the attendance screen foretold.
 */
export function verdictOfAttendance(fact: AttendanceFact, rule: DayChargeRule | undefined, week: DayRule | undefined): Verdict | undefined {
  const attended = fact.minutes.get(fact.day) ?? 0;
  if (!rule || !week || rule.procedure === null) return noRule;
  if (!fact.hasStay) return noStay;
  const [unmarked] = fact.unmarked;
  if (unmarked !== undefined) return fact.isDayOver ? waits('charge.attendance-open', `Nobody has marked who was in ${unmarked} yet.`) : undefined;
  if (attended >= week.minutesPerDay) return fact.night === null ? verdictInWeek(fact, week) : withNight(fact.night);
  if (!fact.isDayOver) return undefined;
  if (attended === 0) return nothing('day.absent', 'Not there on this day.');
  return nothing('day.short', `${hours(attended)} attended; a day is paid from ${hours(week.minutesPerDay)} on.`);
}
