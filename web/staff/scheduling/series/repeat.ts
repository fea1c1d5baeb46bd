import type { PlanSeries } from '#server/scheduling/series/series.contract.ts';
import type { z } from 'zod';
import type { Booking, Repeat, Rhythm } from '../booking.ts';

type Recurrence = z.input<typeof PlanSeries>['recurrence'];

/** What was decided about single occurrences: left out, or at another time. */
export interface Fixes {
  readonly skip: readonly number[];
  readonly elsewhere: readonly { readonly occurrence: number; readonly startsAt: string }[];
}

export const noFixes: Fixes = { skip: [], elsewhere: [] };

/** The ISO weekday of a day: Monday is 1. */
export function weekdayOf(day: string): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const places = ['first', 'second', 'third', 'fourth', 'last'] as const;

/** What can be chosen for a first day, in words that say what it means. */
export function rhythmChoices(day: string): { value: Rhythm; label: string }[] {
  const dayOfMonth = Number(day.slice(8, 10));
  const place = places[Math.ceil(dayOfMonth / 7) - 1] ?? 'last';
  return [
    { value: 'weekly', label: 'Every week' },
    { value: 'every-2-weeks', label: 'Every 2 weeks' },
    { value: 'every-4-weeks', label: 'Every 4 weeks' },
    { value: 'monthly-by-weekday', label: `Every month on the ${place} ${names[weekdayOf(day) - 1] ?? ''}` },
    { value: 'monthly-by-day', label: `Every month on day ${dayOfMonth}` },
    { value: 'daily', label: 'Every day' },
  ];
}

const weeks: Readonly<Partial<Record<Rhythm, number>>> = { weekly: 1, 'every-2-weeks': 2, 'every-4-weeks': 4 };

/** Whether the weekdays may be chosen. */
export function choosesWeekdays(rhythm: Rhythm): boolean {
  return weeks[rhythm] !== undefined;
}

function recurrenceOf({ rhythm, weekdays }: Repeat, day: string): Recurrence {
  const interval = weeks[rhythm];
  if (interval !== undefined) return { frequency: 'weekly', interval, weekdays: [...new Set([...weekdays, weekdayOf(day)])].toSorted((a, b) => a - b) };
  if (rhythm === 'daily') return { frequency: 'daily', interval: 1 };
  return { frequency: 'monthly', interval: 1, by: rhythm === 'monthly-by-weekday' ? 'weekday' : 'day-of-month' };
}

/** The body of a new series. */
export function planOf(booking: Booking, repeat: Repeat, fixes: Fixes): z.input<typeof PlanSeries> {
  return {
    patientId: booking.patientId ?? '',
    programId: booking.programId ?? '',
    clinicianId: booking.clinicianId ?? '',
    roomId: booking.roomId,
    typeCode: booking.typeCode ?? '',
    ...(booking.minutes ? { minutes: booking.minutes } : {}),
    ...(booking.modality ? { modality: booking.modality } : {}),
    recurrence: recurrenceOf(repeat, booking.day),
    firstDay: booking.day,
    time: booking.time,
    times: repeat.times,
    skip: [...fixes.skip],
    elsewhere: [...fixes.elsewhere],
  };
}

/** The fixes with one occurrence decided otherwise: `skip`, another start, or null for as planned. */
export function decided({ skip, elsewhere }: Fixes, occurrence: number, choice: string | null): Fixes {
  const others = { skip: skip.filter((one) => one !== occurrence), elsewhere: elsewhere.filter((one) => one.occurrence !== occurrence) };
  if (choice === null) return others;
  return choice === 'skip' ? { ...others, skip: [...others.skip, occurrence] } : { ...others, elsewhere: [...others.elsewhere, { occurrence, startsAt: choice }] };
}
