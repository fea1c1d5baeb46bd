import { stretchSessions } from '#server/groups/index.ts';
import { action, NotFound, refuseIf, type Tx } from '#server/platform/index.ts';
import { examineSeats, examineSessions, stretchSeats, type SessionTime } from '#server/scheduling/index.ts';
import { holdTrack, mustBook } from '../enrolments/enrol.action.ts';
import { meetingsToCome, timeOf } from '../enrolments/examine.ts';
import { readTrack, trackOr404 } from '../timetables/read-tracks.action.ts';
import { slotsOf } from '../timetables/timetables.store.ts';
import type { Track } from '../timetables/track.ts';
import { obstaclesInWeek, obstaclesToLength, type Reshaped } from './length.rules.ts';
import type { ChangeLength, LengthPreview } from './reshaping.contract.ts';
import { expectedIn, updateMeetingEnds, updateMinutes } from './reshaping.store.ts';

type Wish = ChangeLength & { trackId: string; slotId: string };

/** Refuses a group that the track does not have, and a length that runs into the next group of the day. */
async function refuseInWeek(tx: Tx, { trackId, slotId, minutes }: Wish): Promise<void> {
  const slots = await slotsOf(tx, [trackId]);
  if (!slots.some(({ id }) => id === slotId)) throw new NotFound('Slot');
  const week = slots.map(({ starts, ...slot }) => ({ ...slot, starts: Temporal.PlainTime.from(starts), roomId: null }));
  refuseIf(obstaclesInWeek(week, slotId, minutes));
}

interface Examined {
  readonly meetings: readonly Reshaped[];
  /** The time that would be held for each meeting that changes. */
  readonly times: readonly SessionTime[];
  readonly patientIds: readonly string[];
}

/** What stands against each meeting: its leader and room, and where each who has a seat is expected meanwhile. */
async function against(tx: Tx, times: readonly SessionTime[]) {
  const byPerson = Map.groupBy(
    await expectedIn(
      tx,
      times.map(({ sessionId }) => sessionId),
    ),
    ({ patientId }) => patientId,
  );
  const found = [...(await examineSessions(tx, times))];
  for (const [patientId, seats] of byPerson) {
    const own = new Set(seats.map(({ sessionId }) => sessionId));
    const name = seats[0]?.name;
    found.push(
      ...(await examineSeats(
        tx,
        patientId,
        times.filter(({ sessionId }) => own.has(sessionId)),
        name,
      )),
    );
  }
  return { found: Map.groupBy(found, ({ sessionId }) => sessionId), patientIds: [...byPerson.keys()] };
}

async function examine(tx: Tx, track: Track, { slotId, from, minutes, leaveAsIs }: Wish): Promise<Examined> {
  const meetings = (await meetingsToCome(tx, track, Temporal.PlainDate.from(from)))
    .filter((meeting) => meeting.slotId === slotId)
    .map((meeting) => (leaveAsIs.includes(meeting.sessionId) ? { ...meeting, isLeft: true } : { ...meeting, isLeft: false, endsAt: meeting.startsAt.add({ minutes }) }));
  const times = meetings.filter(({ isLeft }) => !isLeft).map((meeting) => timeOf(track, meeting));
  const { found, patientIds } = await against(tx, times);
  return { meetings: meetings.map((meeting) => ({ ...meeting, against: found.get(meeting.sessionId) ?? [] })), times, patientIds };
}

/** What another length would do to each meeting to come. Nothing is changed. */
export const previewLength = action('track.preview-length', async (tx, wish: Wish): Promise<LengthPreview> => {
  const track = await trackOr404(tx, wish.trackId);
  await refuseInWeek(tx, wish);
  const { meetings, patientIds } = await examine(tx, track, wish);
  tx.touch({ kind: 'track', id: track.id, programId: track.programId, patientId: patientIds });
  return {
    timeZone: track.timeZone,
    people: patientIds.length,
    meetings: meetings.map(({ sessionId, groupName, startsAt, endsAt, isLeft, against: conflicts }) => ({
      sessionId,
      groupName,
      startsAt: startsAt.toString(),
      endsAt: endsAt.toString(),
      does: isLeft ? ('leave-as-is' as const) : ('change' as const),
      conflicts: conflicts.map(({ blocks, says }) => ({ blocks, says })),
    })),
  };
});

/**
 * Makes one group of the week longer or shorter from a day on: sessions, held time and the seats in them, all or nothing. What was held, and what is signed, keeps its
 * length. Throws `Refused` naming each meeting in whose new time something else stands.
 */
export const changeLength = action('track.change-length', async (tx, wish: Wish) => {
  mustBook(tx);
  const track = await trackOr404(tx, wish.trackId);
  await holdTrack(tx, track.id);
  await refuseInWeek(tx, wish);
  const { meetings, times, patientIds } = await examine(tx, track, wish);
  refuseIf(obstaclesToLength(meetings, track.timeZone), 409);
  await stretchSessions.within(tx, { sessions: times });
  await updateMeetingEnds(tx, times);
  await stretchSeats.within(tx, { sessions: times });
  await updateMinutes(tx, wish.slotId, wish.minutes);
  tx.touch({ kind: 'track', id: track.id, programId: track.programId, patientId: patientIds, fields: ['minutes'] });
  return readTrack.within(tx, { trackId: track.id });
});
