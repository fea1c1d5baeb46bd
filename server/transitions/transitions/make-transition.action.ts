import { action, NotFound, refuseIf, type Obstacle, type Tx } from '#server/platform/index.ts';
import { mayTakeBack, moveReasons, planMove, type Effect, type Move, type Receipt } from '#server/programs/index.ts';
import { carriers } from './carriers.ts';
import type { Transition } from './transition.ts';
import type { MakeTransition, WishedTransition } from './transitions.contract.ts';
import { insertTransition, lockTransition } from './transitions.store.ts';

interface Foreseen {
  readonly move: Move;
  readonly effects: readonly Effect[];
  readonly obstacles: readonly Obstacle[];
}

/** The move with all that it would do and all that is in its way, said by the same carriers that do it. */
async function foresee(tx: Tx, wish: WishedTransition): Promise<Foreseen> {
  const { move, obstacles } = await planMove(tx, wish);
  const known = moveReasons.some(({ code }) => code === wish.reason) ? [] : [{ code: 'transition.reason-unknown', says: 'Choose a reason from the list.', at: 'reason' }];
  const parts = [];
  for (const carrier of carriers) parts.push(await carrier.preview(tx, move));
  tx.touch({ kind: 'transition', patientId: move.patientId, programId: move.from.id });
  return { move, effects: parts.flatMap(({ effects }) => effects), obstacles: [...obstacles, ...known, ...parts.flatMap((part) => part.obstacles ?? [])] };
}

/** A move as it is shown: of each part to those who may read that part. */
export function shown(tx: Tx, move: Transition) {
  const told = new Set(carriers.filter(({ may }) => tx.actor.permissions.has(may)).map(({ part }) => part));
  return { ...move, effects: move.effects.filter(({ part }) => told.has(part)), mayTakeBack: mayTakeBack(move, tx.now) };
}

/** What a move would carry, close and open, and what stands against it; changes nothing. */
export const previewTransition = action('transition.preview', async (tx, wish: WishedTransition) => {
  const { move, effects, obstacles } = await foresee(tx, wish);
  return { kind: move.kind, fromProgramId: move.from.id, effects: [...effects], obstacles: [...obstacles] };
});

/** Moves a person to another program: every part, or nothing. Throws `Refused` with all that is in the way. */
export const makeTransition = action('transition.make', async (tx, { id, ...wish }: MakeTransition) => {
  const before = await lockTransition(tx, id);
  if (before) return shown(tx, before);
  const { move, effects, obstacles } = await foresee(tx, wish);
  refuseIf([...obstacles], 409);
  const receipts: Record<string, Receipt> = {};
  for (const carrier of carriers) receipts[carrier.part] = await carrier.carry(tx, move);
  await insertTransition(tx, move, { id, reason: wish.reason, effects, receipts });
  tx.touch({ kind: 'transition', id, patientId: move.patientId, programId: move.to.id, details: { kind: move.kind } });
  const made = await lockTransition(tx, id);
  if (!made) throw new NotFound('Transition');
  return shown(tx, made);
});
