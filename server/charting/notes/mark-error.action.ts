import { action, newId, NotFound, Refused } from '#server/platform/index.ts';
import { holdSteps, insertStep, stepsOf } from '../cosignatures/steps.store.ts';
import { noteMarkedInError } from '../events.ts';
import { digestOfNote } from '../signatures/digest.ts';
import { sealVersion } from '../signatures/seal.rules.ts';
import { signerOf } from '../signatures/signer.store.ts';
import { obstaclesToLayer } from './layers.rules.ts';
import type { SealedNote } from './note.ts';
import { insertNote, layersOf, noteById } from './notes.store.ts';
import { shownNote } from './read-notes.action.ts';

/** Marks a signed note as entered in error, with the reason. It stays readable, struck through; marking it again changes nothing. */
export const markError = action('note.mark-error', async (tx, { noteId, reason }: { noteId: string; reason: string }) => {
  await holdSteps(tx, noteId);
  const note = await noteById(tx, noteId);
  if (!note || note.kind !== 'note') throw new NotFound('Note');
  const layers = await layersOf(tx, note.id);
  if (layers.some(({ kind }) => kind === 'error')) return shownNote(tx, note);
  const obstacles = obstaclesToLayer(note, layers, tx.actor.id);
  if (obstacles.length > 0) throw new Refused('note.cannot-be-marked', obstacles);
  const signer = await signerOf(tx);
  const { id, patientId, programId, appointmentId, digest } = note;
  const mark: SealedNote = {
    id: newId<'Note'>(),
    patientId,
    programId,
    kind: 'error',
    addendumTo: id,
    draftId: null,
    appointmentId,
    templateId: null,
    title: 'Entered in error',
    content: {
      form: null,
      header: null,
      service: null,
      minutes: null,
      diagnoses: [],
      sections: [{ key: 'reason', label: 'Entered in error', text: reason }],
      signer: { id: signer.id, name: signer.name, credential: signer.credential },
      supervisor: null,
    },
    signedBy: signer.id,
    signedAt: tx.now,
    sealVersion,
  };
  await insertNote(tx, mark, digestOfNote(mark), note.labels);
  await insertStep(tx, { noteId: id, patientId, programId, number: (await stepsOf(tx, id)).length + 1, state: 'entered-in-error', noteDigest: digest });
  await tx.record(noteMarkedInError({ noteId: id, patientId, programId }));
  return shownNote(tx, note);
});
