import { bytes, get, post, type Route } from '#server/platform/index.ts';
import { PatientPath } from '../drafts/drafts.contract.ts';
import { amendNote } from './amend-note.action.ts';
import { addAddendum } from './add-addendum.action.ts';
import { markError } from './mark-error.action.ts';
import { readRendition } from './keep-rendition.action.ts';
import { AmendNote, MarkError, NewAddendum, NoteList, NotePath, NoteReply, NotesQuery, NoteStateList, NoteStatesQuery } from './notes.contract.ts';
import { printNote } from './print-note.action.ts';
import { listNotes, listNoteStates, readNote } from './read-notes.action.ts';

export const routes: readonly Route[] = [
  get('/patients/:patientId/notes', { may: 'chart.read', params: PatientPath, query: NotesQuery, reply: NoteList, summary: 'Signed notes of one person' }, listNotes),
  get('/notes/:noteId', { may: 'chart.read', params: NotePath, reply: NoteReply, summary: 'A signed note, its digest checked' }, readNote),
  get('/notes/:noteId/print', { may: 'chart.read', params: NotePath, reply: bytes, summary: 'A signed note with its addenda as PDF' }, printNote),
  get('/notes/:noteId/rendition', { may: 'chart.read', params: NotePath, reply: bytes, summary: 'The page as it was printed at the signature' }, readRendition),
  post('/notes/:noteId/addenda', { may: 'note.sign', params: NotePath, body: NewAddendum, reply: NoteReply, summary: 'Add signed words to a signed note' }, addAddendum),
  post(
    '/notes/:noteId/amendments',
    { may: 'note.sign', params: NotePath, body: AmendNote, reply: NoteReply, summary: 'Lay a corrected text over a signed note' },
    amendNote,
  ),
  post('/notes/:noteId/error', { may: 'note.sign', params: NotePath, body: MarkError, reply: NoteReply, summary: 'Mark a signed note as entered in error' }, markError),
  get('/note-states', { may: 'chart.read', query: NoteStatesQuery, reply: NoteStateList, summary: 'Where the notes of these appointments stand' }, listNoteStates),
];
