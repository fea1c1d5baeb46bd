import type { TimeSpan } from '../appointments/appointment.ts';

/** When people are received, until availability is kept for each clinician: Monday to Friday, in the site's own time. */
export interface Hours {
  readonly opens: Temporal.PlainTime;
  readonly closes: Temporal.PlainTime;
  /** ISO weekdays, Monday is 1. */
  readonly weekdays: readonly number[];
}

export const usualHours: Hours = { opens: Temporal.PlainTime.from('08:00'), closes: Temporal.PlainTime.from('18:00'), weekdays: [1, 2, 3, 4, 5] };

/** Openings are offered on the quarter hour, and looked for in the coming six weeks. */
const gridMinutes = 15;
export const horizonDays = 42;

/** What is asked: how long, from when on, at most how many. */
export interface Wish {
  readonly from: Temporal.Instant;
  readonly minutes: number;
  readonly count: number;
  readonly timeZone: string;
}

function meets(a: TimeSpan, b: TimeSpan): boolean {
  return Temporal.Instant.compare(a.startsAt, b.endsAt) < 0 && Temporal.Instant.compare(b.startsAt, a.endsAt) < 0;
}

function* gridOfDay(day: Temporal.PlainDate, hours: Hours, { minutes, timeZone }: Wish): Generator<TimeSpan> {
  if (!hours.weekdays.includes(day.dayOfWeek)) return;
  const closes = day.toZonedDateTime({ timeZone, plainTime: hours.closes }).toInstant();
  // Steps are counted in real time from the opening, so that an hour which the clocks skip or repeat is neither offered twice nor lost.
  let startsAt = day.toZonedDateTime({ timeZone, plainTime: hours.opens }).toInstant();
  for (;;) {
    const endsAt = startsAt.add({ minutes });
    if (Temporal.Instant.compare(endsAt, closes) > 0) return;
    yield { startsAt, endsAt };
    startsAt = startsAt.add({ minutes: gridMinutes });
  }
}

/** The next free times of that length, earliest first, none overlapping `busy` or each other. */
export function nextOpenings(busy: readonly TimeSpan[], wish: Wish, hours: Hours = usualHours): TimeSpan[] {
  const found: TimeSpan[] = [];
  const firstDay = wish.from.toZonedDateTimeISO(wish.timeZone).toPlainDate();
  for (let ahead = 0; ahead <= horizonDays; ahead++) {
    for (const span of gridOfDay(firstDay.add({ days: ahead }), hours, wish)) {
      if (Temporal.Instant.compare(span.startsAt, wish.from) < 0) continue;
      if (busy.some((taken) => meets(taken, span)) || found.some((chosen) => meets(chosen, span))) continue;
      found.push(span);
      if (found.length === wish.count) return found;
    }
  }
  return found;
}
