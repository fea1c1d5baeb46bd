import { tileRow, type Tile, type Tx } from '#server/platform/index.ts';
import { signerOf } from '../signatures/signer.store.ts';
import { draftsWaiting, notesReturned, type NoteWaiting } from './queue.store.ts';
import { cosignaturesOf, dueOf, isPast } from './show-queue.action.ts';
import { visitsWithoutNote } from './visits-without-note.store.ts';

async function drafts(tx: Tx, authorId: string | undefined) {
  const waiting = await draftsWaiting(tx, authorId);
  return waiting.map((draft) => {
    const { draftId, patientId, patientName, title, author, programName } = draft;
    const due = dueOf(draft);
    const what = authorId ? `${title}, ${programName}` : `${title} by ${author}`;
    return tileRow({ id: draftId, patientId, who: patientName, what, at: due, isLate: isPast(due, tx.now), opens: `/notes/${draftId}` });
  });
}

const noteRow = (tx: Tx) => (note: NoteWaiting) =>
  tileRow({
    id: note.noteId,
    patientId: note.patientId,
    who: note.patientName,
    what: `${note.title} by ${note.author}`,
    at: note.at,
    isLate: isPast(note.dueAt, tx.now),
    opens: `/signed-notes/${note.noteId}`,
  });

const screen = (at: string) => ({ to: '/signatures', asks: '/signature-queue', at });

/** What home pages ask of notes. */
export const noteTiles: readonly Tile[] = [
  {
    code: 'charting.to-sign',
    asks: 'Notes to sign',
    means: 'Notes that I began and have not signed. Late: past the deadline of the program or the form.',
    may: 'note.sign',
    rows: (tx) => drafts(tx, tx.actor.id ?? undefined),
    screen: screen('toSign'),
  },
  {
    code: 'charting.to-cosign',
    asks: 'Notes to co-sign',
    means: 'Signed notes that wait for my co-signature, or for anybody of my credential. Late: past the date by which it was asked.',
    may: 'note.sign',
    rows: async (tx) => (await cosignaturesOf(tx, await signerOf(tx))).map(noteRow(tx)),
    screen: screen('toCosign'),
  },
  {
    code: 'charting.returned',
    asks: 'Notes returned to me',
    means: 'Notes of mine that a supervisor gave back and that wait to be mended.',
    may: 'note.sign',
    rows: async (tx) => (await notesReturned(tx, (await signerOf(tx)).id)).map(noteRow(tx)),
    screen: screen('returned'),
  },
  {
    code: 'charting.visits-without-note',
    asks: 'Visits without a note',
    means: 'My visits of the last two weeks that took place and of which no note was begun. Late: a day after the visit.',
    may: 'chart.write',
    rows: visitsWithoutNote,
  },
  {
    code: 'charting.past-deadline',
    asks: 'Notes past their deadline',
    means: 'Notes of anybody in my programs that were begun, are not signed, and are past the deadline of the program or the form.',
    may: 'template.write',
    rows: async (tx) => (await drafts(tx, undefined)).filter(({ isLate }) => isLate),
  },
];
