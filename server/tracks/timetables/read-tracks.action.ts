import { action, NotFound, type Tx } from '#server/platform/index.ts';
import { enrolmentsIn, type EnrolledLine } from '../enrolments/enrolments.store.ts';
import { reachSeats } from '../enrolments/seat-reach.store.ts';
import { meetingsFrom, slotsOf, trackById, tracksFrom, type NamedSlot } from './timetables.store.ts';
import type { Meeting, Track } from './track.ts';

/** The track, or `NotFound`: also for one in a program of others. */
export async function trackOr404(tx: Tx, trackId: string): Promise<Track> {
  const track = await trackById(tx, trackId);
  if (!track) throw new NotFound('Track');
  return track;
}

const mostTaken = (meetings: readonly Meeting[]) => meetings.reduce((most, { taken }) => Math.max(most, taken), 0);

function shown(track: Track, slots: readonly NamedSlot[], meetings: readonly Meeting[], roster: readonly EnrolledLine[]) {
  const own = meetings.filter(({ trackId }) => trackId === track.id);
  const { siteId: _site, ...told } = track;
  return {
    ...told,
    slots: slots
      .filter(({ trackId }) => trackId === track.id)
      .map(({ trackId: _track, ...slot }) => ({ ...slot, taken: mostTaken(own.filter(({ slotId }) => slotId === slot.id)) })),
    seatsFree: own.length === 0 ? 0 : own.reduce((fewest, { capacity, taken }) => Math.min(fewest, Math.max(0, capacity - taken)), Number.MAX_SAFE_INTEGER),
    enrolled: roster.filter((line) => line.trackId === track.id && line.leftOn === null).length,
  };
}

/** Tracks of one's programs that have not ended, with their weeks and what is free in them. */
export const listTracks = action('track.list', async (tx, { programId }: { programId?: string | undefined }) => {
  await reachSeats(tx, 'look');
  const tracks = await tracksFrom(tx, tx.now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 }), programId);
  const ids = tracks.map(({ id }) => id);
  const [slots, meetings, roster] = [await slotsOf(tx, ids), await meetingsFrom(tx, ids, tx.now), await enrolmentsIn(tx, ids)];
  tx.touch({ kind: 'track', patientId: [...new Set(roster.map(({ patientId }) => patientId))] });
  return { items: tracks.map((track) => shown(track, slots, meetings, roster)) };
});

/** One track with its roster and its meetings to come. */
export const readTrack = action('track.read', async (tx, { trackId }: { trackId: string }) => {
  await reachSeats(tx, 'look');
  const track = await trackOr404(tx, trackId);
  const [slots, meetings, roster] = [await slotsOf(tx, [trackId]), await meetingsFrom(tx, [trackId], tx.now), await enrolmentsIn(tx, [trackId])];
  tx.touch({ kind: 'track', id: trackId, programId: track.programId, patientId: roster.map(({ patientId }) => patientId) });
  return {
    ...shown(track, slots, meetings, roster),
    roster: roster.map(({ id: enrolmentId, trackId: _track, ...line }) => ({ enrolmentId, ...line })),
    meetings: meetings.map(({ sessionId, groupName, startsAt, endsAt, capacity, taken, signed }) => ({
      sessionId,
      groupName,
      startsAt,
      endsAt,
      capacity,
      taken,
      signed,
    })),
  };
});
