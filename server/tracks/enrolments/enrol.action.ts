import { holdGroups, takeSeats } from '#server/groups/index.ts';
import { recordsOf } from '#server/patients/index.ts';
import { action, Forbidden, Refused, refuseIf, type Tx } from '#server/platform/index.ts';
import { bookSeats } from '#server/scheduling/index.ts';
import { trackOr404 } from '../timetables/read-tracks.action.ts';
import { lockTrack, slotsOf } from '../timetables/timetables.store.ts';
import type { Track } from '../timetables/track.ts';
import { obstaclesToEnrolling, seatsFrom } from './enrolment.rules.ts';
import type { Enrol, EnrolmentPreview, PlanEnrolment } from './enrolments.contract.ts';
import { enrolmentById, insertEnrolment } from './enrolments.store.ts';
import { examineEnrolment, isAdmitted, timeOf, type Examined, type WishedEnrolment } from './examine.ts';
import { shownEnrolment } from './list-enrolments.action.ts';
import { isDesk, reachSeats } from './seat-reach.store.ts';

function wishOf({ patientId, from, leaveOut, beyondAuthorization }: PlanEnrolment): WishedEnrolment {
  return { patientId, from: Temporal.PlainDate.from(from), leaveOut, beyondAuthorization };
}

/** What an enrolment would be. Nothing is booked. */
export const previewEnrolment = action('track.preview-enrolment', async (tx, { trackId, ...plan }: PlanEnrolment & { trackId: string }): Promise<EnrolmentPreview> => {
  await reachSeats(tx, 'look');
  const track = await trackOr404(tx, trackId);
  await recordsOf(tx, plan.patientId);
  tx.touch({ kind: 'track-enrolment', patientId: plan.patientId, programId: track.programId });
  const { meetings, notes, days } = await examineEnrolment(tx, track, wishOf(plan));
  return {
    timeZone: track.timeZone,
    meetings: meetings.map(({ sessionId, groupName, startsAt, endsAt, seatsFree, isOut, against }) => ({
      sessionId,
      groupName,
      startsAt: startsAt.toString(),
      endsAt: endsAt.toString(),
      seatsFree,
      does: isOut ? ('leave-out' as const) : ('book' as const),
      conflicts: against.map(({ kind, blocks, says }) => ({ kind, blocks, says })),
    })),
    notes: [...notes],
    seatsFrom: seatsFrom(meetings, track.timeZone),
    days,
  };
});

/** Groups of a track; held, nobody else gives a seat in them until the transaction ends. */
export async function holdTrack(tx: Tx, trackId: string): Promise<readonly string[]> {
  await lockTrack(tx, trackId);
  const groupIds = [...new Set((await slotsOf(tx, [trackId])).map(({ groupId }) => groupId))];
  await holdGroups(tx, groupIds);
  return groupIds;
}

/** Seats and books a person in all examined meetings that are not left out. */
export async function seatIn(tx: Tx, track: Track, groupIds: readonly string[], { patientId, from }: WishedEnrolment, { meetings }: Examined): Promise<void> {
  const wanted = meetings.filter(({ isOut }) => !isOut);
  await takeSeats.within(tx, {
    patientId,
    groupIds,
    from,
    sessionIds: wanted.map(({ sessionId }) => sessionId),
    excusedIds: meetings.filter(({ isOut }) => isOut).map(({ sessionId }) => sessionId),
  });
  await bookSeats.within(tx, { patientId, sessions: wanted.map((meeting) => timeOf(track, meeting)) });
}

/** Appointments are written with the seats, so whoever enrols must be allowed to book. */
export function mustBook(tx: Tx): void {
  if (!tx.actor.permissions.has('schedule.write')) throw new Forbidden('schedule.write');
}

/** Whether somebody belongs into a program before they are admitted is for those who treat there. */
async function mustBeAdmitted(tx: Tx, track: Track, patientId: string): Promise<void> {
  if (await isAdmitted(tx, track, patientId)) return;
  const says = `The patient is not admitted to ${track.programName}. Admit them first, or ask somebody who treats there to enrol them.`;
  throw new Refused('track.not-admitted', { code: 'track.not-admitted', says, at: 'patientId' }, 409);
}

/** Books a person into all meetings of a track from a day on, or into none. Sent again under the same id it answers as the first time. Throws `Refused` with all that stands against it. */
export const enrol = action('track.enrol', async (tx, { trackId, id, ...plan }: Enrol & { trackId: string }) => {
  mustBook(tx);
  await reachSeats(tx, 'book');
  const track = await trackOr404(tx, trackId);
  await recordsOf(tx, plan.patientId);
  if (isDesk(tx)) await mustBeAdmitted(tx, track, plan.patientId);
  const groupIds = await holdTrack(tx, trackId);
  tx.touch({ kind: 'track-enrolment', id, patientId: plan.patientId, programId: track.programId, fields: ['from', 'leaveOut'] });
  const before = await enrolmentById(tx, id);
  if (before?.trackId === trackId && before.patientId === plan.patientId) return shownEnrolment(tx, id);
  const wish = wishOf(plan);
  const examined = await examineEnrolment(tx, track, wish);
  refuseIf(obstaclesToEnrolling(examined.meetings, track.timeZone), 409);
  const { patientId, from } = wish;
  if (!(await insertEnrolment(tx, { id, trackId, patientId, firstDay: from, leftOn: null, leftBecause: null, leftOut: wish.leaveOut }, track.programId)))
    throw new Refused(
      'track.already-enrolled',
      { code: 'track.already-enrolled', says: `The patient is enrolled in ${track.name} already. Let them leave it first, or choose another track.`, at: 'patientId' },
      409,
    );
  await seatIn(tx, track, groupIds, wish, examined);
  return shownEnrolment(tx, id);
});
