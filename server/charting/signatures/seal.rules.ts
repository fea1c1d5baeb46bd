import type { SealedNote } from '../notes/note.ts';

/** JSON with keys in order and no spaces, so that the same facts are always the same text (after RFC 8785). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`;
}

/** The rule by which notes are sealed today. A later rule gets a new number and leaves this one for the notes that it sealed. */
export const sealVersion = 1;

/** The text over which the digest of a note is made: whose, what, by which form, signed by whom and when. */
export function canonicalNote(note: SealedNote): string {
  const { id, patientId, programId, kind, addendumTo, draftId, appointmentId, templateId, title, content, signedBy, signedAt } = note;
  return canonicalJson({
    seal: note.sealVersion,
    id,
    patientId,
    programId,
    kind,
    addendumTo,
    draftId,
    appointmentId,
    templateId,
    title,
    content,
    signedBy,
    signedAt: signedAt.toString(),
  });
}
