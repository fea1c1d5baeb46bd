import type { Obstacle } from '#server/platform/index.ts';
import { sayWhen } from '../timetables/when.rules.ts';
import type { ExaminedMeeting } from './enrolment.ts';

const isFull = ({ against }: Pick<ExaminedMeeting, 'against'>) => against.some(({ kind, blocks }) => kind === 'seats' && blocks);

const mends: Readonly<Record<string, string>> = {
  time: 'Leave this meeting out, or move what stands there.',
  authorization: 'Ask the payer for more, leave it out, or book beyond what is approved.',
};

/** All that stands against an enrolment. Full meetings are told in one line: there may be hundreds, and the remedy is the same. */
export function obstaclesToEnrolling(meetings: readonly ExaminedMeeting[], timeZone: string): Obstacle[] {
  const wanted = meetings.filter(({ isOut }) => !isOut);
  const full = wanted.filter(isFull);
  const [first] = full;
  return [
    ...(wanted.length === 0
      ? [{ code: 'track.nothing-to-come', says: 'No meeting is left to come from that day. Choose an earlier day or another track.', at: 'from' }]
      : []),
    ...(first
      ? [
          {
            code: 'track.full',
            says: `No seat is free in ${full.length} of ${wanted.length} meetings, first on ${sayWhen(first.startsAt, timeZone)} in ${first.groupName}. Begin later, leave those meetings out, or choose another track.`,
            at: 'from',
          },
        ]
      : []),
    ...wanted.flatMap(({ sessionId, startsAt, groupName, against }) =>
      against
        .filter(({ blocks, kind }) => blocks && kind !== 'seats')
        .map(({ kind, says }) => ({
          code: `track.${kind}`,
          says: `${sayWhen(startsAt, timeZone)}, ${groupName}: ${says} ${mends[kind] ?? ''}`.trim(),
          at: `leaveOut.${sessionId}`,
        })),
    ),
  ];
}

/** The first day from which every meeting has a seat: the day of the first meeting after the last full one. Null when that is the last of all. */
export function seatsFrom(meetings: readonly ExaminedMeeting[], timeZone: string): string | null {
  const lastFull = meetings.findLastIndex((meeting) => isFull(meeting));
  return meetings[lastFull + 1]?.startsAt.toZonedDateTimeISO(timeZone).toPlainDate().toString() ?? null;
}
