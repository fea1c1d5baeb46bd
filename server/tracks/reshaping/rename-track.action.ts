import { action } from '#server/platform/index.ts';
import { stretchSeats } from '#server/scheduling/index.ts';
import { mustBook } from '../enrolments/enrol.action.ts';
import { meetingsToCome, timeOf } from '../enrolments/examine.ts';
import { readTrack, trackOr404 } from '../timetables/read-tracks.action.ts';
import { lockTrack } from '../timetables/timetables.store.ts';
import type { RenameTrack } from './reshaping.contract.ts';
import { updateName } from './reshaping.store.ts';

/** Gives a track another name; the time that is held for its meetings to come carries it too. */
export const renameTrack = action('track.rename', async (tx, { trackId, name }: RenameTrack & { trackId: string }) => {
  mustBook(tx);
  await lockTrack(tx, trackId);
  const track = { ...(await trackOr404(tx, trackId)), name };
  await updateName(tx, trackId, name);
  const meetings = await meetingsToCome(tx, track, tx.now.toZonedDateTimeISO(track.timeZone).toPlainDate());
  await stretchSeats.within(tx, { sessions: meetings.map((meeting) => timeOf(track, meeting)) });
  tx.touch({ kind: 'track', id: trackId, programId: track.programId, fields: ['name'] });
  return readTrack.within(tx, { trackId });
});
