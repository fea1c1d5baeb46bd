import type { Line, Names, Seat, Sheet } from './day-sheet.ts';

/** A name as others may read it: the first name and one letter. Who sees the sheet must not learn who is in treatment (42 CFR 2.13(c); 45 CFR 164.530(c)). */
export function shortName(displayName: string, familyName: string): string {
  const given = displayName.endsWith(` ${familyName}`) ? displayName.slice(0, -familyName.length - 1) : displayName;
  const initial = [...familyName][0];
  return initial ? `${given} ${initial.toUpperCase()}.` : given;
}

const withoutRoom = 'no room';

function lineOf({ displayName, familyName, startsAt, endsAt, clinicianName, room, modality }: Seat, names: Names): Line {
  return { startsAt, endsAt, name: names === 'whole' ? displayName : shortName(displayName, familyName), clinicianName, room: room ?? withoutRoom, modality };
}

/** The sheets of a day, one a clinician or one a room, each in the order of time. Video and telephone need no room and have no door. */
export function sheetsOf(seats: readonly Seat[], by: 'clinician' | 'room', names: Names): readonly Sheet[] {
  const shown = by === 'room' ? seats.filter(({ modality }) => modality === 'in-person') : seats;
  const title = (seat: Seat) => (by === 'room' ? (seat.room ?? withoutRoom) : seat.clinicianName);
  return [...Map.groupBy(shown, title)]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([of, own]) => ({ title: of, lines: own.toSorted((one, other) => Temporal.Instant.compare(one.startsAt, other.startsAt)).map((seat) => lineOf(seat, names)) }));
}
