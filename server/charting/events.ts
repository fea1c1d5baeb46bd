import type { DomainEvent } from '#server/platform/index.ts';
import type { SignedEncounter } from './notes/note.ts';

/** Names of what charting announces. */
export const chartingEvents = ['note.signed', 'note.amended', 'note.cosigned', 'note.entered-in-error', 'diagnosis.changed'] as const;

/** A note was sealed: the facts of the encounter, from which a charge is made. No narrative. */
export function noteSigned({ startedAt, endedAt, signedAt, ...facts }: SignedEncounter): DomainEvent {
  return { name: 'note.signed', payload: { ...facts, startedAt: startedAt.toString(), endedAt: endedAt.toString(), signedAt: signedAt.toString() } };
}

/** An addendum or an amendment was laid over a note. */
export function noteAmended(payload: { noteId: string; addendumId: string; patientId: string; programId: string }): DomainEvent {
  return { name: 'note.amended', payload };
}

/** A note has the co-signature that it waited for: what waited with it may go on. */
export function noteCosigned(payload: { noteId: string; patientId: string; programId: string }): DomainEvent {
  return { name: 'note.cosigned', payload };
}

/** A note stands for nothing any more. */
export function noteMarkedInError(payload: { noteId: string; patientId: string; programId: string }): DomainEvent {
  return { name: 'note.entered-in-error', payload };
}

/** The problem list of a patient changed. */
export function diagnosisChanged(payload: { diagnosisId: string; patientId: string; programId: string }): DomainEvent {
  return { name: 'diagnosis.changed', payload };
}
