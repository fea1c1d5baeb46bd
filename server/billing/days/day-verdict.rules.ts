import type { DayChargeRule } from './day-rule.ts';
import type { AttendanceFact, MidnightFact, Verdict } from './day.ts';
import type { WeekRule } from './week-rule.ts';
import { daysThatBill, isFullDay, paidDays } from './week.rules.ts';

const billed = (says: string): Verdict => ({ verdict: 'billable', code: 'day.billable', says });
const waits = (code: string, says: string): Verdict => ({ verdict: 'waiting', code, says });
const nothing = (code: string, says: string): Verdict => ({ verdict: 'not-billable', code, says });

const noRule = nothing('day.no-rule', 'Days of this level of care are not billed.');
const noStay = nothing('day.no-stay', 'The stay, as it stands by now, does not cover the day.');
const awayWords = {
  leave: 'On leave at midnight: such a night is not paid.',
  'bed-hold': 'The bed was held at midnight and nobody slept in it: such a night is not paid.',
};

/** Payers pay one day a date, and the night is the greater part of it. */
const withNight = (procedure: string) => nothing('day.within-night', `Paid with the night of the same day, which is charged as ${procedure}.`);

const paidWords = {
  admitted: 'In the house at midnight.',
  present: 'In the house at midnight.',
  leave: 'On leave at midnight, which the payer pays.',
  'bed-hold': 'The bed was held at midnight, which the payer pays.',
  discharged: 'The day of discharge, which the payer counts.',
};

/** A night on leave with its kind. */
export interface LeaveNight {
  readonly day: string;
  readonly leaveKind: string | null;
}

/** How many nights before a day were used of those on leave that the payer pays: in the stay, the month or the year around it. */
export function leaveNightsBefore(nights: readonly LeaveNight[], day: string, rule: Pick<DayChargeRule, 'paidLeaves' | 'leaveNights'>, stayFrom: string): number {
  const since = { stay: stayFrom, month: `${day.slice(0, 7)}-01`, year: `${day.slice(0, 4)}-01-01` }[rule.leaveNights?.per ?? 'stay'];
  return nights.filter((night) => since <= night.day && night.day < day && rule.paidLeaves.includes(night.leaveKind ?? '')).length;
}

function verdictOfLeave({ status, leaveKind, leaveNightsBefore: before }: MidnightFact, { paidLeaves, leaveNights }: DayChargeRule): Verdict | undefined {
  if (status !== 'leave' && status !== 'bed-hold') return undefined;
  if (!paidLeaves.includes(leaveKind ?? '')) return nothing('day.leave', awayWords[status]);
  if (leaveNights === null || before < leaveNights.upTo) return undefined;
  return nothing('day.leave-limit', `On leave at midnight: the ${leaveNights.upTo} nights on leave that the payer pays in a ${leaveNights.per} were used before.`);
}

/**
 * A midnight in the house. The day of admission counts and the day of discharge only where the payer counts it, because only the midnight is asked.
 * Source: content/billing/days.json, and payer-days.json for what single payers do otherwise.
 */
export function verdictOfMidnight(fact: MidnightFact, rule: DayChargeRule | undefined): Verdict {
  const { status, hasStay, night } = fact;
  if (!rule) return noRule;
  if (status === 'absent') return nothing('day.not-counted', 'The census of the midnight, as it was corrected, does not count the person.');
  if (status === 'discharged' && !rule.countsDischarge) return nothing('day.discharge', 'The day of discharge is not counted.');
  if (!hasStay) return noStay;
  if (status === 'discharged' && night !== null) return withNight(night);
  const away = verdictOfLeave(fact, rule);
  if (away) return away;
  if (rule.procedure === null) return nothing('day.institutional', 'Billed by revenue code on the institutional form (837I), which is not made here.');
  return billed(paidWords[status]);
}

const hours = (minutes: number) => `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`;

/** Whether a full day bills where the whole week decides. */
function verdictInWeek({ day, attended, isWeekOver }: AttendanceFact, week: WeekRule): Verdict {
  if (daysThatBill(attended, week).includes(day)) return billed(`${hours(attended.minutes.get(day) ?? 0)} attended.`);
  const [first] = paidDays(attended, week);
  if (first !== undefined) return nothing('day.within-week', `Paid with the week, which is charged on ${first}.`);
  const asked = `${week.daysPerWeek} days of ${hours(week.minutesPerDay)}`;
  if (isWeekOver) return nothing('day.week-below', `The week stayed below ${asked}: none of its days is paid.`);
  return waits('charge.week-open', `The week has not reached ${asked} yet: the day is paid when it does.`);
}

function verdictOfShortDay({ day, attended }: AttendanceFact, { minutesPerDay, servicesPerDay }: WeekRule): Verdict {
  const minutes = attended.minutes.get(day) ?? 0;
  if (minutes === 0) return nothing('day.absent', 'Not there on this day.');
  if (minutes < minutesPerDay) return nothing('day.short', `${hours(minutes)} attended; a day is paid from ${hours(minutesPerDay)} on.`);
  return nothing('day.few-services', `${attended.services.get(day) ?? 0} services attended; the payer pays a day from ${servicesPerDay ?? 1} on.`);
}

/**
 * A day in a day program; undefined while it goes on and nothing can be said. Full days wait for their week where the week decides, so that what
 * is charged at its end is what the attendance screen foretold.
 */
export function verdictOfAttendance(fact: AttendanceFact, rule: DayChargeRule | undefined, week: WeekRule | undefined): Verdict | undefined {
  if (!rule || !week || rule.procedure === null) return noRule;
  if (!fact.hasStay) return noStay;
  const [unmarked] = fact.unmarked;
  if (unmarked !== undefined) return fact.isDayOver ? waits('charge.attendance-open', `Nobody has marked who was in ${unmarked} yet.`) : undefined;
  if (isFullDay(fact.attended, fact.day, week)) return fact.night === null ? verdictInWeek(fact, week) : withNight(fact.night);
  return fact.isDayOver ? verdictOfShortDay(fact, week) : undefined;
}
