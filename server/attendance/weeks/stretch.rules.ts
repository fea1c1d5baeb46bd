import type { Stretch } from './week.ts';

/** A stretch of time as minutes of the day on which it began at a site. */
export function stretchIn(zone: string, { startsAt, endsAt }: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant }): Stretch {
  const from = startsAt.toZonedDateTimeISO(zone);
  const start = from.hour * 60 + from.minute;
  return { day: from.toPlainDate().toString(), start, end: start + Math.round(startsAt.until(endsAt).total('minutes')) };
}
