import { action, id, newId, NotFound, Refused } from '#server/platform/index.ts';
import { noteAmended } from '../events.ts';
import { digestOfNote } from '../signatures/digest.ts';
import { sealVersion } from '../signatures/seal.rules.ts';
import { signerOf } from '../signatures/signer.store.ts';
import type { SealedNote } from './note.ts';
import { insertNote, noteById } from './notes.store.ts';
import { shownNote } from './read-notes.action.ts';

interface AddendumInput {
  readonly noteId: string;
  readonly id?: string | undefined;
  readonly text: string;
}

/** Adds signed words to a signed note, which itself stays as it is. Sent again with the same id it adds once. */
export const addAddendum = action('note.add-addendum', async (tx, input: AddendumInput) => {
  const named = await noteById(tx, input.noteId);
  const note = named?.addendumTo ? await noteById(tx, named.addendumTo) : named;
  if (!note) throw new NotFound('Note');
  const signer = await signerOf(tx);
  const addendum: SealedNote = {
    id: input.id === undefined ? newId<'Note'>() : id('Note', input.id),
    patientId: note.patientId,
    programId: note.programId,
    kind: 'addendum',
    addendumTo: note.id,
    draftId: null,
    appointmentId: note.appointmentId,
    templateId: null,
    title: 'Addendum',
    content: {
      form: null,
      header: null,
      service: null,
      minutes: null,
      diagnoses: [],
      sections: [{ key: 'addendum', label: 'Addendum', text: input.text }],
      signer: { id: signer.id, name: signer.name, credential: signer.credential },
      supervisor: signer.supervisorId === null ? null : { id: signer.supervisorId, name: signer.supervisorName ?? '' },
    },
    signedBy: signer.id,
    signedAt: tx.now,
    sealVersion,
  };
  const isNew = await insertNote(tx, addendum, digestOfNote(addendum), note.labels);
  if (isNew) await tx.record(noteAmended({ noteId: note.id, addendumId: addendum.id, patientId: note.patientId, programId: note.programId }));
  else if ((await noteById(tx, addendum.id))?.addendumTo !== note.id) {
    throw new Refused('note.id-used', { code: 'note.id-used', says: 'Another note has this id. Open the note again and add anew.', at: 'id' }, 409);
  }
  return shownNote(tx, note);
});
