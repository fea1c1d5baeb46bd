import { action, id, Invalid, newId, NotFound, Refused } from '#server/platform/index.ts';
import { noteAmended } from '../events.ts';
import { digestOfNote } from '../signatures/digest.ts';
import { sealVersion } from '../signatures/seal.rules.ts';
import { signerOf } from '../signatures/signer.store.ts';
import { amendedContent, obstaclesToLayer } from './layers.rules.ts';
import type { SealedNote } from './note.ts';
import { insertNote, layersOf, noteById } from './notes.store.ts';
import { shownNote } from './read-notes.action.ts';

interface Amendment {
  readonly noteId: string;
  readonly id?: string | undefined;
  readonly reason: string;
  readonly sections: Readonly<Record<string, string>>;
}

/** Lays a corrected text over a signed note, with the reason. Both are kept and both are printed. Sent again with the same id it amends once. */
export const amendNote = action('note.amend', async (tx, input: Amendment) => {
  const note = await noteById(tx, input.noteId);
  if (!note || note.kind !== 'note') throw new NotFound('Note');
  const layers = await layersOf(tx, note.id);
  if (layers.some((layer) => layer.id === input.id)) return shownNote(tx, note);
  const obstacles = obstaclesToLayer(note, layers, tx.actor.id);
  if (obstacles.length > 0) throw new Refused('note.cannot-be-amended', obstacles);
  const standing = layers.findLast(({ kind }) => kind === 'amendment')?.content ?? note.content;
  const unknown = Object.keys(input.sections).filter((key) => !standing.sections.some((section) => section.key === key));
  if (unknown.length > 0) throw new Invalid(unknown.map((key) => ({ at: `sections.${key}`, says: 'The note has no such section.' })));
  const content = amendedContent(standing, input.sections, input.reason);
  if (!content)
    throw new Refused('note.nothing-amended', { code: 'note.nothing-amended', says: 'Nothing differs from what is signed. Change the words first.', at: 'sections' });
  const signer = await signerOf(tx);
  const amendment: SealedNote = {
    id: input.id === undefined ? newId<'Note'>() : id('Note', input.id),
    patientId: note.patientId,
    programId: note.programId,
    kind: 'amendment',
    addendumTo: note.id,
    draftId: null,
    appointmentId: note.appointmentId,
    templateId: null,
    title: 'Amendment',
    content: { ...content, signer: { id: signer.id, name: signer.name, credential: signer.credential } },
    signedBy: signer.id,
    signedAt: tx.now,
    sealVersion,
  };
  await insertNote(tx, amendment, digestOfNote(amendment), note.labels);
  await tx.record(noteAmended({ noteId: note.id, addendumId: amendment.id, patientId: note.patientId, programId: note.programId }));
  return shownNote(tx, note);
});
