import { get, type Route } from '#server/platform/index.ts';
import { PatientPath } from '../drafts/drafts.contract.ts';
import { searchChart, searchNotes } from './search-notes.action.ts';
import { FoundNotes, NoteSearch } from './search.contract.ts';

export const routes: readonly Route[] = [
  get(
    '/patients/:patientId/note-search',
    { may: 'chart.read', params: PatientPath, query: NoteSearch, reply: FoundNotes, summary: 'Words inside the signed notes of one person' },
    searchChart,
  ),
  get('/note-search', { may: 'chart.read', query: NoteSearch, reply: FoundNotes, summary: 'Words inside the signed notes of my programs' }, searchNotes),
];
