import { action, type Tx } from '#server/platform/index.ts';
import { attestations, deadlines, supervisionRules } from '../cosignatures/supervision.ts';
import { cosignaturesOpenTo } from '../cosignatures/supervision.rules.ts';
import { signatureDue } from '../signatures/deadline.rules.ts';
import { signerOf, type Signer } from '../signatures/signer.store.ts';
import { cosignaturesAsked, draftsWaiting, notesReturned, waitingBySupervisor, type DraftWaiting, type NoteWaiting } from './queue.store.ts';

/** Whether a moment that something was due at is over. */
export function isPast(due: Temporal.Instant | null, now: Temporal.Instant): boolean {
  return due !== null && Temporal.Instant.compare(due, now) < 0;
}

/** By when a draft is to be signed. */
export function dueOf({ endedAt, programKind, formHours }: DraftWaiting): Temporal.Instant {
  return signatureDue(endedAt, programKind, formHours, deadlines);
}

/** Notes that wait for this supervisor, or for anybody with this credential. */
export async function cosignaturesOf(tx: Tx, { id, credential }: Pick<Signer, 'id' | 'credential'>): Promise<readonly NoteWaiting[]> {
  return (await cosignaturesAsked(tx, id)).filter(({ ruleId, askedOf }) => askedOf === id || cosignaturesOpenTo(supervisionRules, ruleId, credential));
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
  const [drafts, asked, returned] = [await draftsWaiting(tx, me.id), await cosignaturesOf(tx, me), await notesReturned(tx, me.id)];
  tx.touch({ kind: 'note', patientId: [...new Set([...drafts, ...asked, ...returned].map(({ patientId }) => patientId))] });
  return {
    toSign: drafts.map((draft) => {
      const dueAt = dueOf(draft);
      return { ...draft, dueAt, isOverdue: isPast(dueAt, tx.now) };
    }),
    toCosign: asked.map((note) => shown(note, tx.now)),
    returned: returned.map((note) => shown(note, tx.now)),
    supervisors: await waitingBySupervisor(tx),
  };
});
