import type { TimeSpan } from '../appointments/appointment.ts';

/**
 * The instants at which the first day begins and the day after the last one begins, in that time zone. A day on which the
 * clocks change has 23 or 25 hours, and some zones skip midnight: `startOfDay` is the first moment that exists.
 */
export function spanOfDays(from: Temporal.PlainDate, to: Temporal.PlainDate, timeZone: string): TimeSpan {
  return {
    startsAt: from.toZonedDateTime({ timeZone }).startOfDay().toInstant(),
    endsAt: to.add({ days: 1 }).toZonedDateTime({ timeZone }).startOfDay().toInstant(),
  };
}

/** A clock time as people at the site read it: `2:05 PM`. */
export function clockTime(at: Temporal.Instant, timeZone: string): string {
  return at.toLocaleString('en-US', { timeZone, hour: 'numeric', minute: '2-digit' }).replaceAll('\u202F', ' ');
}

/** Day and clock time as people at the site read them: `Tue, Nov 24, 2:05 PM`. */
export function dayAndTime(at: Temporal.Instant, timeZone: string): string {
  return at.toLocaleString('en-US', { timeZone, weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' }).replaceAll('\u202F', ' ');
}
