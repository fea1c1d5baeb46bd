import type { TimeSpan } from '../appointments/appointment.ts';
import type { Recurrence, Timetable } from './series.ts';

type Days = Iterable<Temporal.PlainDate>;

const isOnOrAfter = (day: Temporal.PlainDate, first: Temporal.PlainDate) => Temporal.PlainDate.compare(day, first) >= 0;

function* daily(first: Temporal.PlainDate, interval: number): Days {
  for (let step = 0; ; step += interval) yield first.add({ days: step });
}

/** Weeks are counted from the Monday of the first day's week (RFC 5545: WKST=MO). */
function* weekly(first: Temporal.PlainDate, interval: number, weekdays: readonly number[]): Days {
  const monday = first.subtract({ days: first.dayOfWeek - 1 });
  for (let step = 0; ; step += interval) {
    for (const weekday of weekdays.toSorted((a, b) => a - b)) {
      const day = monday.add({ weeks: step, days: weekday - 1 });
      if (isOnOrAfter(day, first)) yield day;
    }
  }
}

/** A month without a 31st has no occurrence on it (RFC 5545 3.3.10: invalid dates are ignored). */
function* monthlyByDay(first: Temporal.PlainDate, interval: number): Days {
  for (let step = 0; ; step += interval) {
    const month = first.toPlainYearMonth().add({ months: step });
    if (first.day <= month.daysInMonth) yield month.toPlainDate({ day: first.day });
  }
}

/** Which of its weekday in the month: 1 to 4; a fifth is taken as the last, so that each month has one. */
export function placeInMonth(day: Temporal.PlainDate): number {
  const place = Math.ceil(day.day / 7);
  return place === 5 ? -1 : place;
}

function* monthlyByWeekday(first: Temporal.PlainDate, interval: number): Days {
  const place = placeInMonth(first);
  for (let step = 0; ; step += interval) {
    const month = first.toPlainYearMonth().add({ months: step });
    const begin = month.toPlainDate({ day: 1 });
    const firstOfWeekday = 1 + ((first.dayOfWeek - begin.dayOfWeek + 7) % 7);
    const day = place === -1 ? firstOfWeekday + 7 * Math.floor((month.daysInMonth - firstOfWeekday) / 7) : firstOfWeekday + 7 * (place - 1);
    yield month.toPlainDate({ day });
  }
}

function daysOf(recurrence: Recurrence, first: Temporal.PlainDate): Days {
  switch (recurrence.frequency) {
    case 'daily':
      return daily(first, recurrence.interval);
    case 'weekly':
      return weekly(first, recurrence.interval, recurrence.weekdays);
    case 'monthly':
      return recurrence.by === 'weekday' ? monthlyByWeekday(first, recurrence.interval) : monthlyByDay(first, recurrence.interval);
  }
}

/** The days of all occurrences in their order; none twice, none before the first day. */
export function occurrenceDays({ recurrence, firstDay, times }: Pick<Timetable, 'recurrence' | 'firstDay' | 'times'>): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = [];
  for (const day of daysOf(recurrence, firstDay)) {
    if (days.length === times) break;
    days.push(day);
  }
  return days;
}

/** How many occurrences there are up to and including that day, `most` at most. */
export function timesUntil(timetable: Pick<Timetable, 'recurrence' | 'firstDay'>, until: Temporal.PlainDate, most: number): number {
  return occurrenceDays({ ...timetable, times: most }).filter((day) => !isOnOrAfter(day, until.add({ days: 1 }))).length;
}

/** When one occurrence takes place. A clock time that daylight saving skips becomes the one an hour later; one that it repeats is the earlier. */
export function spanOn(day: Temporal.PlainDate, { time, minutes, timeZone }: Pick<Timetable, 'time' | 'minutes' | 'timeZone'>): TimeSpan {
  const startsAt = day.toZonedDateTime({ timeZone, plainTime: time }).toInstant();
  return { startsAt, endsAt: startsAt.add({ minutes }) };
}

const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const codeOf = (weekday: number) => weekdayCodes[weekday - 1] ?? 'MO';

/** The rule as calendars exchange it (RFC 5545 RRULE). */
export function recurrenceText({ recurrence, firstDay, times }: Pick<Timetable, 'recurrence' | 'firstDay' | 'times'>): string {
  const parts = [`FREQ=${recurrence.frequency.toUpperCase()}`, `INTERVAL=${recurrence.interval}`, `COUNT=${times}`];
  if (recurrence.frequency === 'weekly')
    parts.push(
      'WKST=MO',
      `BYDAY=${recurrence.weekdays
        .toSorted((a, b) => a - b)
        .map(codeOf)
        .join(',')}`,
    );
  if (recurrence.frequency === 'monthly')
    parts.push(recurrence.by === 'weekday' ? `BYDAY=${placeInMonth(firstDay)}${codeOf(firstDay.dayOfWeek)}` : `BYMONTHDAY=${firstDay.day}`);
  return parts.join(';');
}

/** The same rule carried over to another first day: the weekdays of a weekly one move along. */
export function shifted(recurrence: Recurrence, from: Temporal.PlainDate, to: Temporal.PlainDate): Recurrence {
  if (recurrence.frequency !== 'weekly') return recurrence;
  const by = from.until(to).days;
  return { ...recurrence, weekdays: recurrence.weekdays.map((weekday) => ((((weekday - 1 + by) % 7) + 7) % 7) + 1).toSorted((a, b) => a - b) };
}
