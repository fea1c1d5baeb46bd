import content from '#content/residence/shifts.json' with { type: 'json' };

/** A shift that goes on at a moment: its word, and when it began by the clock of the site. */
export interface Shift {
  readonly code: string;
  readonly says: string;
  readonly startsAt: Temporal.Instant;
}

/** Which shift goes on at a moment: the last one that began, yesterday's last one before the first of today (content/residence/shifts.json). */
export function shiftAt(now: Temporal.Instant, timeZone: string): Shift {
  const day = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const begun = [day.subtract({ days: 1 }), day].flatMap((date) =>
    content.items.map(({ code, says, from }) => ({ code, says, startsAt: date.toZonedDateTime({ timeZone, plainTime: from }).toInstant() })),
  );
  const running = begun.filter(({ startsAt }) => Temporal.Instant.compare(startsAt, now) <= 0).toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
  return running.at(-1) ?? { code: 'day', says: 'Day', startsAt: now };
}
