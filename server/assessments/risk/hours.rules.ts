import type { RiskPolicy } from './pathway.ts';

type Hours = RiskPolicy['hours'];

function at(day: Temporal.PlainDate, time: string, zone: string): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
}

/** Whether the clinic is open at a moment, by the clock on its wall. */
export function isOpen({ days, opens, closes }: Hours, now: Temporal.Instant, zone: string): boolean {
  const day = now.toZonedDateTimeISO(zone).toPlainDate();
  if (!days.includes(day.dayOfWeek)) return false;
  return Temporal.Instant.compare(now, at(day, opens, zone)) >= 0 && Temporal.Instant.compare(now, at(day, closes, zone)) < 0;
}

/** When it opens next; the moment itself while it is open. */
export function nextOpening(hours: Hours, now: Temporal.Instant, zone: string): Temporal.Instant {
  if (isOpen(hours, now, zone)) return now;
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const day = today.add({ days: ahead });
    const opening = at(day, hours.opens, zone);
    if (hours.days.includes(day.dayOfWeek) && Temporal.Instant.compare(opening, now) > 0) return opening;
  }
  return now;
}

/** Who may answer for a person, as far as they are known. */
export interface Answerable {
  readonly primary: string | null;
  readonly onCall: readonly string[];
  readonly directors: readonly string[];
}

function ladder(hours: Hours, { primary, onCall, directors }: Answerable, now: Temporal.Instant, zone: string): string[] {
  const own = primary === null ? [] : [primary];
  const order = isOpen(hours, now, zone) ? [...own, ...onCall, ...directors] : [...onCall, ...own, ...directors];
  return [...new Set(order)];
}

/** Who answers now: in hours the primary clinician, outside them whoever is on call, and where there is none the next on the ladder. */
export function answersNow(hours: Hours, people: Answerable, now: Temporal.Instant, zone: string): string | null {
  return ladder(hours, people, now, zone)[0] ?? null;
}

/** Whom a missed duty goes to: everybody on the ladder but the one who missed it; the one who missed it when there is nobody else. */
export function escalatesTo(hours: Hours, people: Answerable, owner: string | null, now: Temporal.Instant, zone: string): string[] {
  const all = ladder(hours, people, now, zone);
  const others = all.filter((staffId) => staffId !== owner);
  return others.length > 0 ? others : all;
}
