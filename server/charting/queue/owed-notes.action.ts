import type { Tx } from '#server/platform/index.ts';
import { deadlines } from '../cosignatures/supervision.ts';
import { signatureDue } from '../signatures/deadline.rules.ts';
import { signerOf } from '../signatures/signer.store.ts';
import { cosignaturesWaiting, draftsWaiting } from './queue.store.ts';
import { cosignaturesOf, dueOf } from './show-queue.action.ts';
import { unwrittenVisits } from './visits-without-note.store.ts';

/** Notes that are begun and not signed, each with its deadline; of one author, or of everybody within reach. */
export async function notesToSign(tx: Tx, authorId: string | null) {
  return (await draftsWaiting(tx, authorId ?? undefined)).map((draft) => ({ ...draft, dueAt: dueOf(draft) }));
}

/** Signed notes that wait for a second signature: those that the actor may give, or all within reach. */
export async function notesToCosign(tx: Tx, whose: 'own' | 'all') {
  return whose === 'all' ? cosignaturesWaiting(tx) : cosignaturesOf(tx, await signerOf(tx));
}

/** Visits since a moment that took place and of which no note was begun, each with the deadline of its note. */
export async function visitsToWrite(tx: Tx, since: Temporal.Instant, clinicianId: string | null) {
  return (await unwrittenVisits(tx, since, clinicianId)).map((visit) => ({ ...visit, dueAt: signatureDue(visit.endedAt, visit.programKind, null, deadlines) }));
}
