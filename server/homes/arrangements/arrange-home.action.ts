import { action, Forbidden } from '#server/platform/index.ts';
import type { Arrangement } from '../tiles/placing.rules.ts';
import { keepArrangementOf } from './arrangements.store.ts';

/** Hides tiles of one's own home page and puts others first. */
export const arrangeHome = action('home.arrange', async (tx, to: Arrangement): Promise<void> => {
  if (tx.actor.kind !== 'staff' || tx.actor.id === null) throw new Forbidden('signed-in');
  await keepArrangementOf(tx, tx.actor.id, to);
  tx.touch({ kind: 'home', id: tx.actor.id, fields: ['hidden', 'first'] });
});
