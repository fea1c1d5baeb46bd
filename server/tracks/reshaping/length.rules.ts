import type { Obstacle } from '#server/platform/index.ts';
import { obstaclesToTimetable } from '../timetables/timetable.rules.ts';
import type { Meeting, Slot } from '../timetables/track.ts';
import { sayWhen } from '../timetables/when.rules.ts';

/** A meeting as it would be with its new end. */
export interface Reshaped extends Meeting {
  readonly isLeft: boolean;
  readonly against: readonly { readonly blocks: boolean; readonly says: string }[];
}

/** What stands against another length of one group whatever else is booked: it would run into the next group of the day. */
export function obstaclesInWeek(slots: readonly Slot[], slotId: string, minutes: number): Obstacle[] {
  const changed = slots.map((slot) => (slot.id === slotId ? { ...slot, minutes } : slot));
  return obstaclesToTimetable(changed, 1).map(({ code }) => ({
    code,
    says: 'With this length it runs into another group of the same day, and nobody can be in both. Choose a shorter one.',
    at: 'minutes',
  }));
}

/** All that stands against another length, meeting by meeting. */
export function obstaclesToLength(meetings: readonly Reshaped[], timeZone: string): Obstacle[] {
  const changed = meetings.filter(({ isLeft }) => !isLeft);
  if (changed.length === 0) return [{ code: 'track.nothing-to-come', says: 'No meeting is left to change from that day. Choose an earlier day.', at: 'from' }];
  return changed.flatMap(({ sessionId, startsAt, groupName, against }) =>
    against
      .filter(({ blocks }) => blocks)
      .map(({ says }) => ({
        code: 'track.time',
        says: `${sayWhen(startsAt, timeZone)}, ${groupName}: ${says} Leave this meeting as it is, or move what stands there.`,
        at: `leaveAsIs.${sessionId}`,
      })),
  );
}
