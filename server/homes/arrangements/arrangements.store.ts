import { within, type Tx } from '#server/platform/index.ts';
import type { Arrangement } from '../tiles/placing.rules.ts';

interface HomesTables {
  'homes.arrangement': { staffId: string; hidden: readonly string[]; first: readonly string[]; changedAt: Temporal.Instant };
}

/** How the actor arranged the own home page; nothing hidden and the order of the role when they never did. */
export async function arrangementOf(tx: Tx): Promise<Arrangement> {
  const row = await within<HomesTables>(tx)
    .selectFrom('homes.arrangement')
    .select(['hidden', 'first'])
    .where('staffId', '=', tx.actor.id ?? '')
    .executeTakeFirst();
  return row ?? { hidden: [], first: [] };
}

/** Keeps the actor's arrangement in place of the one before. */
export async function keepArrangementOf(tx: Tx, staffId: string, { hidden, first }: Arrangement): Promise<void> {
  const to = { hidden: [...hidden], first: [...first], changedAt: tx.now };
  await within<HomesTables>(tx)
    .insertInto('homes.arrangement')
    .values({ staffId, ...to })
    .onConflict((conflict) => conflict.column('staffId').doUpdateSet(to))
    .execute();
}
