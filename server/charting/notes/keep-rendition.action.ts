import { createHash } from 'node:crypto';
import { action, files, NotFound } from '#server/platform/index.ts';
import { notePdf } from './note-pdf.ts';
import { noteById } from './notes.store.ts';
import { printFactsOf } from './print-note.action.ts';
import { insertRendition, printZone, renditionOf } from './renditions.store.ts';

/** Prints a note as it was signed and keeps the page. Doing it again changes nothing. */
export const keepRendition = action('note.keep-rendition', async (tx, { noteId }: { noteId: string }) => {
  const note = await noteById(tx, noteId);
  if (!note) throw new NotFound('Note');
  if (await renditionOf(tx, noteId)) return;
  const { patientId, programId } = note;
  const bytes = await notePdf(note, [], await printFactsOf(tx, note, await printZone(tx)));
  const fileId = await files.put(tx, { bytes, name: `note-${note.id}.pdf`, contentType: 'application/pdf', permission: 'chart.read', patientId, programId });
  await insertRendition(tx, note, { fileId, sha256: createHash('sha256').update(bytes).digest('hex') });
  tx.touch({ kind: 'note', id: note.id, patientId, programId });
});

/** The page of a note as it was first printed, its bytes checked against what was kept of them. */
export const readRendition = action('note.read-rendition', async (tx, { noteId }: { noteId: string }) => {
  const kept = await renditionOf(tx, noteId);
  if (!kept) throw new NotFound('Page');
  const { bytes, name, contentType } = await files.get(tx, kept.fileId);
  if (createHash('sha256').update(bytes).digest('hex') !== kept.sha256) throw new Error(`The kept page of note ${noteId} is not the one that was made.`);
  return { contentType, fileName: name, body: Buffer.from(bytes), inline: true };
});
