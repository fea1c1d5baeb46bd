import { action } from '#server/platform/index.ts';
import { attestations, deadlines, supervisionRules } from '../cosignatures/supervision.ts';
import { cosignaturesOpenTo } from '../cosignatures/supervision.rules.ts';
import { signatureDue } from '../signatures/deadline.rules.ts';
import { signerOf } from '../signatures/signer.store.ts';
import { cosignaturesAsked, draftsWaiting, notesReturned, waitingBySupervisor, type NoteWaiting } from './queue.store.ts';

function isPast(due: Temporal.Instant | null, now: Temporal.Instant): boolean {
  return due !== null && Temporal.Instant.compare(due, now) < 0;
}

function shown({ ruleId, ...note }: NoteWaiting, now: Temporal.Instant) {
  const rule = supervisionRules.find(({ id }) => id === ruleId);
  return {
    ...note,
    isOverdue: isPast(note.dueAt, now),
    attestations: attestations.filter(({ id }) => rule?.attestations.includes(id)).map(({ id, words }) => ({ id, words })),
  };
}

/** What waits for this person's signature: own notes, notes to co-sign, notes given back; and how much waits at each supervisor. */
export const showQueue = action('signature.queue', async (tx) => {
  const me = await signerOf(tx);
  const [drafts, asked, returned] = [await draftsWaiting(tx, me.id), await cosignaturesAsked(tx, me.id), await notesReturned(tx, me.id)];
  tx.touch({ kind: 'note', patientId: [...new Set([...drafts, ...asked, ...returned].map(({ patientId }) => patientId))] });
  return {
    toSign: drafts.map(({ programKind, formHours, endedAt, ...draft }) => {
      const dueAt = signatureDue(endedAt, programKind, formHours, deadlines);
      return { ...draft, dueAt, isOverdue: isPast(dueAt, tx.now) };
    }),
    toCosign: asked.filter(({ ruleId, askedOf }) => askedOf === me.id || cosignaturesOpenTo(supervisionRules, ruleId, me.credential)).map((note) => shown(note, tx.now)),
    returned: returned.map((note) => shown(note, tx.now)),
    supervisors: await waitingBySupervisor(tx),
  };
});
