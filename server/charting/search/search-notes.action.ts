import { action, type Tx } from '#server/platform/index.ts';
import { notesOfPatientWith, notesWith, type FoundNote } from './search.store.ts';
import { runsOf } from './snippet.rules.ts';

// More than a page of them is a question to be put more narrowly.
const most = 20;

/** One more than is shown was asked for: only that there are more is told, never how many. */
function shown(tx: Tx, found: readonly FoundNote[]) {
  const items = found.slice(0, most).map(({ snippet, ...note }) => ({ ...note, snippet: runsOf(snippet) }));
  tx.touch({ kind: 'note-search', patientId: [...new Set(items.map(({ patientId }) => patientId))] });
  return { items, more: found.length > most };
}

/** Finds words inside the signed notes of one person: words in any form, "exact words", or, -without. */
export const searchChart = action('note.search', async (tx, { patientId, q }: { patientId: string; q: string }) => {
  tx.touch({ kind: 'note-search', patientId });
  return shown(tx, await notesOfPatientWith(tx, patientId, q, most + 1));
});

/** Finds words inside the signed notes of the actor's own programs. What a consent or an emergency opened is searched in its chart. */
export const searchNotes = action('note.search-all', async (tx, { q }: { q: string }) => shown(tx, await notesWith(tx, q, most + 1)));
