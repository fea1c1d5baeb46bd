import type { Board, UnitOnBoard } from '#server/residence/board/board.contract.ts';
import { lodgersOf } from './board/board-words.ts';

/** One night to come: who will be in the house, as far as anybody has said. */
export interface Night {
  readonly day: string;
  readonly inHouse: number;
  readonly arriving: number;
  readonly leaving: number;
  readonly away: number;
  readonly usable: number;
}

const dayAt = (start: Temporal.PlainDate, days: number) => start.add({ days });

function isAwayOn(expectedBackAt: string | null, day: Temporal.PlainDate, timeZone: string): boolean {
  if (expectedBackAt === null) return true;
  const back = Temporal.Instant.from(expectedBackAt).toZonedDateTimeISO(timeZone).toPlainDate();
  return Temporal.PlainDate.compare(day, back) < 0;
}

/**
 * Nights to come from what is planned: reserved beds with their day, expected departures, leaves with their return.
 * Whoever leaves on a day is not there that night; whoever should have left and is still here counts as leaving today.
 */
export function nightsAhead(units: readonly UnitOnBoard[], expected: Board['expected'], from: Temporal.PlainDate, nights: number): Night[] {
  const people = lodgersOf(units);
  const beds = units.flatMap((unit) => unit.rooms.flatMap((room) => room.beds));
  const bedIds = new Set(beds.map(({ id }) => id));
  const usable = beds.filter(({ outage }) => outage?.kind !== 'out-of-service').length;
  const latest = (day: string) => (day < from.toString() ? from.toString() : day);
  const departures = people.flatMap(({ person }) => (person.expectedDepartureOn === null ? [] : [latest(person.expectedDepartureOn)]));
  const arrivals = expected.flatMap(({ bedId, expectedOn }) => (bedId !== null && expectedOn !== null && bedIds.has(bedId) ? [latest(expectedOn)] : []));
  return Array.from({ length: nights }, (_unused, index): Night => {
    const date = dayAt(from, index);
    const day = date.toString();
    const staying = people.filter(({ person }) => person.expectedDepartureOn === null || latest(person.expectedDepartureOn) > day);
    return {
      day,
      inHouse: staying.length + arrivals.filter((on) => on <= day).length,
      arriving: arrivals.filter((on) => on === day).length,
      leaving: departures.filter((on) => on === day).length,
      away: staying.filter(({ person, unit }) => person.leave !== null && isAwayOn(person.leave.expectedBackAt, date, unit.timeZone)).length,
      usable,
    };
  });
}
