import { recordsOf } from '#server/patients/index.ts';
import { action, NotFound, Refused, type Tx } from '#server/platform/index.ts';
import { mayTakeBack, moveOf, moveReasons } from '#server/programs/index.ts';
import { shown } from './make-transition.action.ts';
import { carriers } from './carriers.ts';
import type { Transition } from './transition.ts';
import { lockTransition, markTakenBack, transitionsOf } from './transitions.store.ts';

async function lockedLatest(tx: Tx, transitionId: string): Promise<Transition> {
  const found = await lockTransition(tx, transitionId);
  if (!found) throw new NotFound('Transition');
  if (!mayTakeBack(found, tx.now)) {
    const says = 'A move can be taken back once, within a day. Move the patient back instead.';
    throw new Refused('transition.too-late', { code: 'transition.too-late', says }, 409);
  }
  const latest = (await transitionsOf(tx, found.patientId)).find(({ takenBackAt }) => takenBackAt === null);
  if (latest?.id !== found.id)
    throw new Refused('transition.not-the-last', { code: 'transition.not-the-last', says: 'The patient has moved on since. Take back the later move first.' }, 409);
  return found;
}

/** Takes a move back: each part is as it was before. Throws `Refused` when somebody has signed or written since. */
export const undoTransition = action('transition.undo', async (tx, { transitionId }: { transitionId: string }) => {
  const found = await lockedLatest(tx, transitionId);
  const move = await moveOf(tx, found);
  for (const carrier of carriers.toReversed()) await carrier.takeBack(tx, move, found.receipts[carrier.part] ?? {}, found.madeAt);
  await markTakenBack(tx, found.id);
  tx.touch({ kind: 'transition', id: found.id, patientId: found.patientId, programId: found.programId, fields: ['takenBackAt'] });
  const after = await lockTransition(tx, found.id);
  return shown(tx, after ?? found);
});

/** Moves of a person, the latest first, and the reasons that there are. */
export const listTransitions = action('transition.list', async (tx, { patientId }: { patientId: string }) => {
  const { personId } = await recordsOf(tx, patientId);
  tx.touch({ kind: 'transition', patientId: personId });
  return { items: (await transitionsOf(tx, personId)).map((one) => shown(tx, one)), reasons: [...moveReasons] };
});
