import { holdGroups, planSessions } from '#server/groups/index.ts';
import { action, id, newId, NotFound, refuseIf, type Obstacle, type Tx } from '#server/platform/index.ts';
import { examineSessions, holdSessions, type SessionConflict, type SessionTime } from '#server/scheduling/index.ts';
import { obstaclesToTimetable, occurrencesOf } from './timetable.rules.ts';
import { readTrack } from './read-tracks.action.ts';
import type { PlanTrack, TrackPreview } from './timetables.contract.ts';
import { groupPlaces, insertMeetings, insertSlots, insertTrack, lockTrack, meetingsTaken, placeOf, roomsOf, trackById, type GroupPlace } from './timetables.store.ts';
import type { Occurrence, Slot } from './track.ts';
import { sayWhen } from './when.rules.ts';

interface Planned {
  readonly slots: readonly Slot[];
  readonly occurrences: readonly Occurrence[];
  readonly groups: ReadonlyMap<string, GroupPlace>;
  readonly siteId: string;
  readonly timeZone: string;
}

async function obstaclesOfPlaces(tx: Tx, { programId }: PlanTrack, slots: readonly Slot[], siteId: string, groups: ReadonlyMap<string, GroupPlace>): Promise<Obstacle[]> {
  const rooms = await roomsOf(
    tx,
    siteId,
    slots.flatMap(({ roomId }) => roomId ?? []),
  );
  return slots.flatMap(({ groupId, roomId }, index) => [
    ...(groups.get(groupId)?.programId === programId
      ? []
      : [{ code: 'track.no-group', says: 'Choose a group of this program that still meets.', at: `slots.${index}.groupId` }]),
    ...(roomId === null || rooms.includes(roomId)
      ? []
      : [{ code: 'track.room-elsewhere', says: 'Choose a room at the site of the program.', at: `slots.${index}.roomId` }]),
  ]);
}

/** The timetable with all that comes of it. Throws `Refused` for what could never meet; taken time is told later, by meeting. */
async function planned(tx: Tx, plan: PlanTrack): Promise<Planned> {
  const place = await placeOf(tx, plan.programId);
  if (!place) throw new NotFound('Program');
  const slots = plan.slots.map(({ starts, roomId, ...slot }) => ({ ...slot, id: newId<'Slot'>(), starts: Temporal.PlainTime.from(starts), roomId: roomId ?? null }));
  const days = { firstDay: Temporal.PlainDate.from(plan.firstDay), lastDay: Temporal.PlainDate.from(plan.lastDay) };
  refuseIf(
    Temporal.PlainDate.compare(days.firstDay, days.lastDay) > 0 || days.firstDay.until(days.lastDay).days > 366
      ? [{ code: 'track.days', says: 'The last day comes after the first, and within a year of it.', at: 'lastDay' }]
      : [],
  );
  const occurrences = occurrencesOf(slots, { ...days, timeZone: place.timeZone });
  const groups = new Map(
    (
      await groupPlaces(
        tx,
        slots.map(({ groupId }) => groupId),
      )
    ).map((group) => [group.id, group]),
  );
  refuseIf([...obstaclesToTimetable(slots, occurrences.length), ...(await obstaclesOfPlaces(tx, plan, slots, place.siteId, groups))]);
  return { slots, occurrences, groups, ...place };
}

function timeOf(plan: PlanTrack, { groups, siteId, timeZone }: Planned, { slot, startsAt, endsAt }: Occurrence, sessionId: string): SessionTime {
  const group = groups.get(slot.groupId);
  return {
    sessionId,
    programId: plan.programId,
    siteId,
    clinicianId: group?.facilitatorId ?? '',
    clinicianName: group?.facilitatorName ?? '',
    roomId: slot.roomId,
    modality: 'in-person',
    title: `${plan.name}: ${group?.name ?? ''}`,
    startsAt,
    endsAt,
    timeZone,
  };
}

const leavesOut = ({ leaveOut }: PlanTrack, { startsAt }: Occurrence) => leaveOut.some((one) => Temporal.Instant.from(one).equals(startsAt));

/** The meetings of a track that is not opened yet. Each stands for itself until then, under an id of its own. */
export const previewTrack = action('track.preview', async (tx, plan: PlanTrack): Promise<TrackPreview> => {
  const all = await planned(tx, plan);
  const meetings = all.occurrences.map((occurrence) => ({ occurrence, time: timeOf(plan, all, occurrence, newId<'Session'>()), isOut: leavesOut(plan, occurrence) }));
  const conflicts = Map.groupBy(
    await examineSessions(
      tx,
      meetings.map(({ time }) => time),
    ),
    ({ sessionId }) => sessionId,
  );
  tx.touch({ kind: 'track', programId: plan.programId });
  return {
    timeZone: all.timeZone,
    meetings: meetings.map(({ occurrence, time, isOut }) => ({
      startsAt: occurrence.startsAt.toString(),
      endsAt: occurrence.endsAt.toString(),
      groupName: all.groups.get(occurrence.slot.groupId)?.name ?? '',
      does: isOut ? ('leave-out' as const) : ('meet' as const),
      conflicts: isOut ? [] : (conflicts.get(time.sessionId) ?? []).map(({ blocks, says }) => ({ blocks, says })),
    })),
  };
});

function asObstacles(conflicts: readonly SessionConflict[], times: readonly SessionTime[]): Obstacle[] {
  const byId = new Map(times.map((time) => [time.sessionId, time]));
  return conflicts
    .filter(({ blocks }) => blocks)
    .map(({ sessionId, says }) => {
      const time = byId.get(sessionId);
      const at = time?.startsAt.toString() ?? '';
      return {
        code: 'track.meeting-taken',
        says: `${time ? sayWhen(time.startsAt, time.timeZone) : ''}: ${says} Leave this meeting out or move what stands there.`,
        at: `leaveOut.${at}`,
      };
    });
}

async function planMeetings(tx: Tx, plan: PlanTrack, all: Planned): Promise<void> {
  const meeting = all.occurrences.filter((occurrence) => !leavesOut(plan, occurrence));
  const sessions = meeting.map(({ slot, startsAt, endsAt }) => ({ groupId: slot.groupId, programId: plan.programId, startsAt, endsAt }));
  const ids = await planSessions.within(tx, { sessions });
  const others = await meetingsTaken(tx, ids);
  const times = meeting.map((occurrence, index) => timeOf(plan, all, occurrence, ids[index] ?? ''));
  const inOther = times
    .filter(({ sessionId }) => others.includes(sessionId))
    .map(({ sessionId }) => ({ sessionId, blocks: true, says: 'This group meets then in another track.' }));
  refuseIf(asObstacles([...inOther, ...(await examineSessions(tx, times))], times), 409);
  await insertMeetings(
    tx,
    plan,
    meeting.map(({ slot, startsAt, endsAt }, index) => ({ sessionId: ids[index] ?? '', slotId: slot.id, startsAt, endsAt })),
  );
  await holdSessions.within(tx, { sessions: times });
}

/** Opens a track: plans every meeting as a session of its group and holds leader and room, all or nothing. Throws `Refused` naming each meeting whose time is taken. */
export const openTrack = action('track.open', async (tx, plan: PlanTrack) => {
  await lockTrack(tx, id('Track', plan.id));
  if (!(await trackById(tx, plan.id))) {
    const all = await planned(tx, plan);
    await holdGroups(tx, [...all.groups.keys()]);
    if (!(await insertTrack(tx, plan))) throw new NotFound('Track');
    await insertSlots(tx, plan, all.slots);
    await planMeetings(tx, plan, all);
  }
  return readTrack.within(tx, { trackId: plan.id });
});
