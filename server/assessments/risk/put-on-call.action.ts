import type { z } from 'zod';
import { action, NotFound, refuseIf } from '#server/platform/index.ts';
import { insertShift } from './people.store.ts';
import type { NewShift } from './risk.contract.ts';

/** Says who answers for a program outside its hours, from when to when. */
export const putOnCall = action('risk.put-on-call', async (tx, { programId, staffId, startsAt, endsAt }: z.output<typeof NewShift> & { programId: string }) => {
  if (!tx.actor.programIds.includes(programId) || tx.actor.id === null) throw new NotFound('Program');
  const [from, to] = [Temporal.Instant.from(startsAt), Temporal.Instant.from(endsAt)];
  refuseIf(Temporal.Instant.compare(from, to) < 0 ? [] : [{ code: 'risk.shift-without-length', says: 'The end comes after the beginning.', at: 'endsAt' }]);
  await insertShift(tx, { programId, staffId, startsAt: from, endsAt: to, madeBy: tx.actor.id });
});
