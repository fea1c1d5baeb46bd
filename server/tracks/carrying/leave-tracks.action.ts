import { giveSeatsFree, takeSeats } from '#server/groups/index.ts';
import { Refused, type Tx } from '#server/platform/index.ts';
import type { Carrier } from '#server/programs/index.ts';
import { holdTrack } from '../enrolments/enrol.action.ts';
import { endEnrolment, enrolmentById, enrolmentsOpenIn } from '../enrolments/enrolments.store.ts';
import { meetingsToCome } from '../enrolments/examine.ts';
import { trackOr404 } from '../timetables/read-tracks.action.ts';
import { meetingsFrom } from '../timetables/timetables.store.ts';

async function refuseFull(tx: Tx, trackId: string, sessionIds: readonly string[]): Promise<void> {
  const full = (await meetingsFrom(tx, [trackId], tx.now)).find(({ sessionId, taken, capacity }) => sessionIds.includes(sessionId) && taken >= capacity);
  if (!full) return;
  const says = `A seat in ${full.groupName} was given to somebody else meanwhile. Move the patient back instead, and enrol anew.`;
  throw new Refused('transition.seat-taken', { code: 'transition.seat-taken', says }, 409);
}

/** Tracks of the program that is left: the enrolment ends, the seats to come are given free. Their appointments are called off with the others, by scheduling. */
export const leaveTracks: Carrier = {
  part: 'tracks',
  may: 'chart.read',
  async preview(tx, { patientId, from, endsStay }) {
    const open = endsStay ? await enrolmentsOpenIn(tx, patientId, from.id) : [];
    return {
      effects: open.map(({ trackName }) => ({ part: 'tracks', does: 'closed' as const, says: `${trackName}: the enrolment ends, seats to come are given free.` })),
    };
  },
  async carry(tx, { patientId, from, on, endsStay }) {
    if (!endsStay) return {};
    const [ended, seats]: [string[], string[]] = [[], []];
    for (const { id, trackId } of await enrolmentsOpenIn(tx, patientId, from.id)) {
      const track = await trackOr404(tx, trackId);
      await holdTrack(tx, trackId);
      const sessionIds = (await meetingsToCome(tx, track, on)).map(({ sessionId }) => sessionId);
      // Rosters are left with those of all other groups.
      seats.push(...(await giveSeatsFree.within(tx, { patientId, groupIds: [], from: on, sessionIds })));
      await endEnrolment(tx, id, on, 'moved');
      ended.push(id);
    }
    return { ended, seats };
  },
  async takeBack(tx, { patientId, on }, { ended = [], seats = [] }) {
    const excused: string[] = [];
    for (const enrolmentId of ended) {
      const enrolment = await enrolmentById(tx, enrolmentId);
      if (!enrolment) continue;
      await holdTrack(tx, enrolment.trackId);
      await refuseFull(tx, enrolment.trackId, seats);
      await endEnrolment(tx, enrolmentId, null, null);
      excused.push(...enrolment.leftOut);
    }
    await takeSeats.within(tx, { patientId, groupIds: [], from: on, sessionIds: seats, excusedIds: excused });
  },
};
