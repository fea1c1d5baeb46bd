import { patch, post, type Route } from '#server/platform/index.ts';
import { TrackPath, TrackReply } from '../timetables/timetables.contract.ts';
import { changeLength, previewLength } from './change-length.action.ts';
import { renameTrack } from './rename-track.action.ts';
import { ChangeLength, LengthPreview, RenameTrack, SlotPath } from './reshaping.contract.ts';

const may = 'chart.write';

export const routes: readonly Route[] = [
  patch('/tracks/:trackId', { may, params: TrackPath, body: RenameTrack, reply: TrackReply, summary: 'Give a track another name' }, renameTrack),
  post(
    '/tracks/:trackId/slots/:slotId/length',
    { may, params: SlotPath, body: ChangeLength, reply: TrackReply, summary: 'Make a group of the week longer or shorter from a day on, its seats with it' },
    changeLength,
  ),
  post(
    '/tracks/:trackId/slots/:slotId/length/preview',
    { may, params: SlotPath, body: ChangeLength, reply: LengthPreview, summary: 'What that would do to each meeting to come' },
    previewLength,
  ),
];
