import type { Attended, Stretch, Threshold, WeekRule } from './week-rule.ts';

/** A stretch of time as minutes of the day on which it began at a site. */
export function stretchIn(zone: string, { startsAt, endsAt }: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant }): Stretch {
  const from = startsAt.toZonedDateTimeISO(zone);
  const start = from.hour * 60 + from.minute;
  return { day: from.toPlainDate().toString(), start, end: start + Math.round(startsAt.until(endsAt).total('minutes')) };
}

/** Minutes of each day, by day. */
export function minutesByDay(stretches: readonly Stretch[]): ReadonlyMap<string, number> {
  const days = new Map<string, number>();
  for (const { day, start, end } of stretches) days.set(day, (days.get(day) ?? 0) + end - start);
  return days;
}

/** Minutes and services of each day; each stretch is a service. */
export function attendedIn(stretches: readonly Stretch[]): Attended {
  const services = new Map<string, number>();
  for (const { day } of stretches) services.set(day, (services.get(day) ?? 0) + 1);
  return { minutes: minutesByDay(stretches), services };
}

/** Whether a day has all that makes it one. */
export function isFullDay({ minutes, services }: Attended, day: string, { minutesPerDay, servicesPerDay }: Pick<WeekRule, 'minutesPerDay' | 'servicesPerDay'>): boolean {
  return (minutes.get(day) ?? 0) >= minutesPerDay && (services.get(day) ?? 0) >= (servicesPerDay ?? 0);
}

/** Whether a week of these days reaches the threshold. */
export function reaches(attended: Attended, threshold: Threshold & Pick<WeekRule, 'servicesPerDay'>): boolean {
  const full = [...attended.minutes.keys()].filter((day) => isFullDay(attended, day, threshold)).length;
  const total = [...attended.minutes.values()].reduce((sum, of) => sum + of, 0);
  return full >= threshold.daysPerWeek && total >= threshold.minutesPerWeek;
}

/** The full days of a week that is paid, the earliest first; none where the week falls. */
export function paidDays(attended: Attended, rule: WeekRule): readonly string[] {
  if (rule.short === 'week-falls' && !reaches(attended, rule)) return [];
  return [...attended.minutes.keys()].filter((day) => isFullDay(attended, day, rule)).toSorted();
}

/** The days of a week on which a unit is charged: each that is paid, or the first one where the week is the unit. Foretold and charged by the same rule. */
export function daysThatBill(attended: Attended, rule: WeekRule): readonly string[] {
  const paid = paidDays(attended, rule);
  return rule.unit === 'week' ? paid.slice(0, 1) : paid;
}
