import { post, type Route } from '#server/platform/index.ts';
import { NotePath, NoteReply } from '../notes/notes.contract.ts';
import { askAgain, cosignNote, returnNote } from './cosign-note.action.ts';
import { Cosign, ReturnNote } from './cosignatures.contract.ts';

const params = NotePath;

export const routes: readonly Route[] = [
  post('/notes/:noteId/cosignature', { may: 'note.sign', params, body: Cosign, reply: NoteReply, summary: 'Co-sign the note of somebody under supervision' }, cosignNote),
  post('/notes/:noteId/return', { may: 'note.sign', params, body: ReturnNote, reply: NoteReply, summary: 'Give a note back with what is to be mended' }, returnNote),
  post('/notes/:noteId/resubmission', { may: 'note.sign', params, reply: NoteReply, summary: 'Hand a returned note in again' }, askAgain),
];
