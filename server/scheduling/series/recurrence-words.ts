import { placeInMonth } from './recurrence.rules.ts';
import type { Timetable } from './series.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const places: Readonly<Record<number, string>> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last' };
const units = { daily: 'day', weekly: 'week', monthly: 'month' } as const;

const nameOf = (weekday: number) => weekdays[weekday - 1] ?? '';
const list = new Intl.ListFormat('en-US');

function onWhich({ recurrence, firstDay }: Pick<Timetable, 'recurrence' | 'firstDay'>): string {
  if (recurrence.frequency === 'weekly') return ` on ${list.format(recurrence.weekdays.map(nameOf))}`;
  if (recurrence.frequency === 'monthly')
    return recurrence.by === 'weekday' ? ` on the ${places[placeInMonth(firstDay)] ?? ''} ${nameOf(firstDay.dayOfWeek)}` : ` on day ${firstDay.day}`;
  return '';
}

/** The rule as the desk says it: "Every 2 weeks on Tuesday and Thursday at 9:00 AM, 12 times". */
export function recurrenceWords(timetable: Timetable): string {
  const { recurrence, time, times } = timetable;
  const unit = units[recurrence.frequency];
  const every = recurrence.interval === 1 ? `Every ${unit}` : `Every ${recurrence.interval} ${unit}s`;
  const clock = time.toLocaleString('en-US', { hour: 'numeric', minute: '2-digit' }).replaceAll('\u202F', ' ');
  return `${every}${onWhich(timetable)} at ${clock}, ${times === 1 ? 'once' : `${times} times`}`;
}
