import type { CensusLine, HouseFacts, SiteDay, Stretch } from './census.ts';

const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;

/** The day of a site in its own time zone: 23, 24 or 25 hours long, and more or less where a zone itself moved. */
export function siteDay(day: Temporal.PlainDate, timeZone: string): SiteDay {
  return { from: day.toZonedDateTime(timeZone).toInstant(), midnight: day.add({ days: 1 }).toZonedDateTime(timeZone).toInstant() };
}

/** Days whose midnight has passed and that nobody has counted yet; only the last one where nothing was ever counted. */
export function daysToCount(lastCounted: Temporal.PlainDate | null, now: Temporal.Instant, timeZone: string): Temporal.PlainDate[] {
  const finished = now.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 1 });
  if (lastCounted === null) return [finished];
  const count = Math.max(0, lastCounted.until(finished).days);
  return Array.from({ length: count }, (_unused, index) => lastCounted.add({ days: index + 1 }));
}

/** What happens at the very midnight belongs to the day that begins: a stretch counts when it began before it and had not ended before it. */
const holdsAt =
  (midnight: Temporal.Instant) =>
  ({ startsAt, endsAt }: Stretch): boolean =>
    isBefore(startsAt, midnight) && (endsAt === null || !isBefore(endsAt, midnight));

function onlyOf<Of extends Stretch>(stretches: readonly Of[], holds: (stretch: Of) => boolean): ReadonlyMap<string, Of> {
  return new Map(stretches.filter(holds).map((stretch) => [stretch.residencyId, stretch]));
}

/**
 * The census of a house at the midnight that ends a day, from its history alone: the same facts give the same count at any later time.
 * Whoever departed on the day stands there with their last bed and does not count (the day of discharge is not paid).
 */
export function censusOf({ residencies, occupancies, leaves }: HouseFacts, { from, midnight }: SiteDay): CensusLine[] {
  const holds = holdsAt(midnight);
  const beds = onlyOf(occupancies, holds);
  const away = onlyOf(leaves, holds);
  const lastBeds = new Map(occupancies.map((occupancy) => [`${occupancy.residencyId} ${occupancy.endsAt?.epochMilliseconds}`, occupancy.bedId]));
  const lines = residencies.flatMap((residency): CensusLine[] => {
    const { residencyId, startsAt, endsAt } = residency;
    const arrivedToday = !isBefore(startsAt, from);
    if (holds(residency)) {
      const status = away.get(residencyId)?.countsAs ?? (arrivedToday ? 'admitted' : 'present');
      return [{ residencyId, bedId: beds.get(residencyId)?.bedId ?? null, status, arrivedToday }];
    }
    const isGoneToday = endsAt !== null && isBefore(startsAt, midnight) && !isBefore(endsAt, from);
    return isGoneToday ? [{ residencyId, bedId: lastBeds.get(`${residencyId} ${endsAt.epochMilliseconds}`) ?? null, status: 'discharged', arrivedToday }] : [];
  });
  return lines.toSorted((a, b) => (a.residencyId < b.residencyId ? -1 : 1));
}

const told = (line: CensusLine | undefined) => (line ? `${line.bedId} ${line.status} ${line.arrivedToday}` : '');

/** Where two counts of one midnight differ, person by person. */
export function differencesOf(kept: readonly CensusLine[], recounted: readonly CensusLine[]): string[] {
  const before = new Map(kept.map((line) => [line.residencyId, line]));
  const after = new Map(recounted.map((line) => [line.residencyId, line]));
  return [...new Set([...before.keys(), ...after.keys()])].filter((residencyId) => told(before.get(residencyId)) !== told(after.get(residencyId)));
}
