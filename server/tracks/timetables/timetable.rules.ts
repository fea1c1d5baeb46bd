import type { Obstacle } from '#server/platform/index.ts';
import type { Occurrence, Slot, Track } from './track.ts';

const mostMeetings = 400;

const minuteOf = ({ starts }: Pick<Slot, 'starts'>) => starts.hour * 60 + starts.minute;

/** Every coming together of a timetable from its first day to its last, the earliest first. The clock on the wall counts: daylight saving moves the instant. */
export function occurrencesOf(slots: readonly Slot[], { firstDay, lastDay, timeZone }: Pick<Track, 'firstDay' | 'lastDay' | 'timeZone'>): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (let day = firstDay; Temporal.PlainDate.compare(day, lastDay) <= 0; day = day.add({ days: 1 })) {
    const ofDay = slots.filter(({ weekday }) => weekday === day.dayOfWeek).toSorted((a, b) => minuteOf(a) - minuteOf(b));
    for (const slot of ofDay) {
      const startsAt = day.toZonedDateTime({ timeZone, plainTime: slot.starts }).toInstant();
      found.push({ slot, day, startsAt, endsAt: startsAt.add({ minutes: slot.minutes }) });
    }
  }
  return found;
}

function overlapping(slots: readonly Slot[]): readonly Slot[] {
  return slots.filter((slot, index) =>
    slots.some(
      (other, place) =>
        place < index && other.weekday === slot.weekday && minuteOf(other) < minuteOf(slot) + slot.minutes && minuteOf(slot) < minuteOf(other) + other.minutes,
    ),
  );
}

/** What stands against a timetable whatever else is booked: hours of one day that overlap, too many meetings, none at all. */
export function obstaclesToTimetable(slots: readonly Slot[], meetings: number): Obstacle[] {
  return [
    ...overlapping(slots).map((slot) => ({
      code: 'track.slots-overlap',
      says: 'Two groups of the track meet at the same time, and nobody can be in both. Change the time or the length of one.',
      at: `slots.${slots.indexOf(slot)}`,
    })),
    ...(meetings === 0 ? [{ code: 'track.never-meets', says: 'No meeting falls between these days. Choose a later last day.', at: 'lastDay' }] : []),
    ...(meetings > mostMeetings
      ? [{ code: 'track.too-long', says: `This makes ${meetings} meetings; a track has ${mostMeetings} at most. Choose an earlier last day.`, at: 'lastDay' }]
      : []),
  ];
}
