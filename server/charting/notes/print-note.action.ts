import { action, NotFound, type Tx } from '#server/platform/index.ts';
import { part2Among, redisclosureNotice } from '#server/privacy/index.ts';
import { namesAround } from '../drafts/session.store.ts';
import { signerOf } from '../signatures/signer.store.ts';
import { letterheadOf } from './letterhead.store.ts';
import { notePdf, type PrintFacts } from './note-pdf.ts';
import { layersOf, noteById, type StoredNote } from './notes.store.ts';

/** What stands on the page around a note: two identifiers of the person and the record number, who writes, and what protects the record. */
export async function printFactsOf(tx: Tx, note: StoredNote, timeZone: string): Promise<PrintFacts> {
  const { patientId, programId } = note;
  const { patientName, birthDate, mrn } = await namesAround(tx, { patientId, programId, authorId: note.signedBy });
  const isPart2 = (await part2Among(tx, [programId])).has(programId);
  return {
    letterhead: await letterheadOf(tx, programId),
    patient: { name: patientName ?? note.patientName, birthDate: birthDate?.toString() ?? null, mrn },
    timeZone,
    // Whoever finds the page in a printer is told as a recipient would be.
    notice: isPart2 ? redisclosureNotice(tx.now.toZonedDateTimeISO(timeZone).toPlainDate()).short : null,
  };
}

/** A signed note with its addenda as PDF, from the sealed record alone. */
export const printNote = action('note.print', async (tx, { noteId }: { noteId: string }) => {
  const named = await noteById(tx, noteId);
  const note = named?.addendumTo ? await noteById(tx, named.addendumTo) : named;
  if (!note) throw new NotFound('Note');
  tx.touch({ kind: 'note', id: note.id, patientId: note.patientId, programId: note.programId });
  const { timeZone } = await signerOf(tx);
  return {
    contentType: 'application/pdf',
    fileName: `note-${note.id}.pdf`,
    body: await notePdf(note, await layersOf(tx, note.id), await printFactsOf(tx, note, timeZone)),
    inline: true,
  };
});
