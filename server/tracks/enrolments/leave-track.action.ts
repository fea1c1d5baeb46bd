import { giveSeatsFree } from '#server/groups/index.ts';
import { action, NotFound, Refused, refuseIf, type Tx } from '#server/platform/index.ts';
import { callOffSeats } from '#server/scheduling/index.ts';
import { trackOr404 } from '../timetables/read-tracks.action.ts';
import { holdTrack, mustBook, seatIn } from './enrol.action.ts';
import { obstaclesToEnrolling } from './enrolment.rules.ts';
import type { Enrolment } from './enrolment.ts';
import type { LeaveTrack } from './enrolments.contract.ts';
import { endEnrolment, enrolmentById, enrolmentsOpenIn } from './enrolments.store.ts';
import { examineEnrolment, meetingsToCome } from './examine.ts';
import { shownEnrolment } from './list-enrolments.action.ts';

async function enrolmentOr404(tx: Tx, enrolmentId: string): Promise<Enrolment> {
  const one = await enrolmentById(tx, enrolmentId);
  if (!one) throw new NotFound('Enrolment');
  return one;
}

/** The enrolment as it stands once nobody else can change its track or give seats in it. */
async function held(tx: Tx, enrolmentId: string) {
  mustBook(tx);
  const { trackId, patientId } = await enrolmentOr404(tx, enrolmentId);
  const track = await trackOr404(tx, trackId);
  const groupIds = await holdTrack(tx, trackId);
  tx.touch({ kind: 'track-enrolment', id: enrolmentId, patientId, programId: track.programId, fields: ['leftOn', 'leftBecause'] });
  return { track, groupIds, ...(await enrolmentOr404(tx, enrolmentId)) };
}

/** Lets a person leave from a day on: seats, appointments and rosters to come are given free, what was attended stays. Done twice it is done once. */
export const leaveTrack = action('track.leave', async (tx, { enrolmentId, from, because }: LeaveTrack & { enrolmentId: string }) => {
  const { track, groupIds, patientId, leftOn } = await held(tx, enrolmentId);
  if (leftOn !== null) return shownEnrolment(tx, enrolmentId);
  const day = Temporal.PlainDate.from(from);
  const sessionIds = (await meetingsToCome(tx, track, day)).map(({ sessionId }) => sessionId);
  await giveSeatsFree.within(tx, { patientId, groupIds, from: day, sessionIds });
  await callOffSeats.within(tx, { patientId, sessionIds, reason: because === 'entered-in-error' ? 'booked-in-error' : 'other', text: `Left ${track.name}` });
  await endEnrolment(tx, enrolmentId, day, because);
  return shownEnrolment(tx, enrolmentId);
});

/** Takes a leaving back: every meeting from that day on, or none. Throws `Refused` when a seat or a time was given away meanwhile. */
export const returnToTrack = action('track.return', async (tx, { enrolmentId }: { enrolmentId: string }) => {
  const { track, groupIds, patientId, leftOn, leftOut } = await held(tx, enrolmentId);
  if (leftOn === null) return shownEnrolment(tx, enrolmentId);
  if ((await enrolmentsOpenIn(tx, patientId, track.programId)).some((other) => other.trackId === track.id)) {
    const says = `The patient was enrolled in ${track.name} anew meanwhile. There is nothing to take back.`;
    throw new Refused('track.already-enrolled', { code: 'track.already-enrolled', says }, 409);
  }
  const wish = { patientId, from: leftOn, leaveOut: leftOut, beyondAuthorization: true };
  const examined = await examineEnrolment(tx, track, wish);
  refuseIf(obstaclesToEnrolling(examined.meetings, track.timeZone), 409);
  await endEnrolment(tx, enrolmentId, null, null);
  await seatIn(tx, track, groupIds, wish, examined);
  return shownEnrolment(tx, enrolmentId);
});
