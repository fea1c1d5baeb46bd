import { action, NotFound } from '#server/platform/index.ts';
import { namesAround, type Names } from '../drafts/session.store.ts';
import { signerOf } from '../signatures/signer.store.ts';
import { letterheadOf } from './letterhead.store.ts';
import { notePdf } from './note-pdf.ts';
import { layersOf, noteById, type StoredNote } from './notes.store.ts';

/** Two identifiers of the person, and the record number. */
export function printedPatient(note: StoredNote, { patientName, birthDate, mrn }: Names) {
  return { name: patientName ?? note.patientName, birthDate: birthDate?.toString() ?? null, mrn };
}

/** A signed note with its addenda as PDF, from the sealed record alone. */
export const printNote = action('note.print', async (tx, { noteId }: { noteId: string }) => {
  const named = await noteById(tx, noteId);
  const note = named?.addendumTo ? await noteById(tx, named.addendumTo) : named;
  if (!note) throw new NotFound('Note');
  tx.touch({ kind: 'note', id: note.id, patientId: note.patientId, programId: note.programId });
  const names = await namesAround(tx, { patientId: note.patientId, programId: note.programId, authorId: note.signedBy });
  const patient = printedPatient(note, names);
  const { timeZone } = await signerOf(tx);
  return {
    contentType: 'application/pdf',
    fileName: `note-${note.id}.pdf`,
    body: await notePdf(note, await layersOf(tx, note.id), { letterhead: await letterheadOf(tx, note.programId), patient, timeZone }),
    inline: true,
  };
});
