import { action, NotFound, type Tx } from '#server/platform/index.ts';
import { shownStanding } from '../cosignatures/standing.rules.ts';
import { stepsOf } from '../cosignatures/steps.store.ts';
import { attestations, supervisionRules } from '../cosignatures/supervision.ts';
import { digestOfNote } from '../signatures/digest.ts';
import { layersOf, noteById, notesOfPatient, noteStates, type StoredNote } from './notes.store.ts';

/** Whether the stored record is still the one that was signed. */
function isIntact(note: StoredNote): boolean {
  return digestOfNote(note) === note.digest;
}

/** Corrected texts, and the mark of error. */
function correctionsOf(layers: readonly StoredNote[]) {
  const mark = layers.find((each) => each.kind === 'error');
  return {
    amendments: layers
      .filter((each) => each.kind === 'amendment')
      .map((each) => ({
        id: each.id,
        reason: each.content.reason ?? '',
        sections: each.content.sections,
        signedAt: each.signedAt,
        signedBy: each.content.signer.name,
        credential: each.content.signer.credential,
        intact: isIntact(each),
      })),
    error: mark ? { reason: mark.content.sections[0]?.text ?? '', at: mark.signedAt, by: mark.content.signer.name } : null,
  };
}

/** A note as a reader sees it, its digest checked, with its addenda. */
export async function shownNote(tx: Tx, note: StoredNote) {
  const { form, header, minutes, service, sections, answers, lateSince, diagnoses, signer, supervisor } = note.content;
  const { id, kind, title, patientId, patientName, programId, programName, appointmentId, addendumTo, signedAt, digest } = note;
  tx.touch({ kind: 'note', id, patientId, programId });
  const layers = await layersOf(tx, id);
  return {
    id,
    kind,
    title,
    patientId,
    patientName,
    programId,
    programName,
    appointmentId,
    addendumTo,
    header,
    minutes,
    service,
    sections,
    ...(answers ? { answers } : {}),
    ...(lateSince ? { lateSince } : {}),
    diagnoses,
    signedAt,
    digest,
    template: form,
    signedById: signer.id,
    signedBy: signer.name,
    credential: signer.credential,
    supervisorId: supervisor?.id ?? null,
    supervisorName: supervisor?.name ?? null,
    intact: isIntact(note),
    ...correctionsOf(layers),
    attestations: note.content.attestations ?? [],
    standing: shownStanding(await stepsOf(tx, id), layers.at(-1)?.digest ?? digest, supervisionRules, attestations),
    addenda: layers
      .filter((each) => each.kind === 'addendum')
      .map((each) => ({
        id: each.id,
        text: each.content.sections.map((section) => section.text).join('\n'),
        signedAt: each.signedAt,
        signedBy: each.content.signer.name,
        credential: each.content.signer.credential,
        intact: isIntact(each),
      })),
  };
}

/** One signed note. Its digest is made anew and compared at each reading. */
export const readNote = action('note.read', async (tx, { noteId }: { noteId: string }) => {
  const note = await noteById(tx, noteId);
  if (!note) throw new NotFound('Note');
  return shownNote(tx, note);
});

/** Signed notes of a person, page by page. */
export const listNotes = action('note.list', async (tx, input: { patientId: string; before?: string | undefined; limit?: number | undefined }) => {
  const limit = input.limit ?? 50;
  const items = await notesOfPatient(tx, input.patientId, input.before === undefined ? undefined : Temporal.Instant.from(input.before), limit);
  tx.touch({ kind: 'note', patientId: input.patientId });
  const last = items.length === limit ? items.at(-1) : undefined;
  return { items, ...(last ? { next: last.signedAt.toString() } : {}) };
});

/** Where the notes of these appointments stand, for a day's list. */
export const listNoteStates = action('note.list-states', async (tx, { appointmentIds }: { appointmentIds: readonly string[] }) => {
  const items = await noteStates(tx, appointmentIds);
  tx.touch({ kind: 'note', patientId: [...new Set(items.map((item) => item.patientId))] });
  return { items };
});
