import { action, newId, Refused } from '#server/platform/index.ts';
import type { z } from 'zod';
import { clockTime } from '../schedule/days.rules.ts';
import { lockTime, takenTimes } from '../schedule/busy.store.ts';
import { siteTimeZone } from '../schedule/schedule.store.ts';
import type { BlockTime } from './blocked-times.contract.ts';
import { blockedTime, insertBlockedTime, type BlockedTime } from './blocked-times.store.ts';

/** Keeps a time free. Throws `Refused` when something already stands there; the same block sent again answers as before. */
export const blockTime = action('blocked-time.add', async (tx, input: z.output<typeof BlockTime>): Promise<BlockedTime> => {
  const before = input.id === undefined ? undefined : await blockedTime(tx, input.id);
  if (before) return before;
  const block: BlockedTime = {
    id: input.id ?? newId(),
    siteId: input.siteId,
    clinicianId: input.clinicianId ?? null,
    roomId: input.roomId ?? null,
    startsAt: Temporal.Instant.from(input.startsAt),
    endsAt: Temporal.Instant.from(input.endsAt),
    reason: input.reason ?? '',
    version: 1,
  };
  await lockTime(tx, [block]);
  const [first] = await takenTimes(tx, block, block, { except: null });
  if (first) {
    const timeZone = await siteTimeZone(tx, input.siteId);
    const says = `Something stands there from ${clockTime(first.startsAt, timeZone)} to ${clockTime(first.endsAt, timeZone)}. Move it first.`;
    throw new Refused('appointment.slot-taken', { code: 'appointment.slot-taken', says, at: 'startsAt' }, 409);
  }
  await insertBlockedTime(tx, block);
  tx.touch({ kind: 'blocked-time', id: block.id });
  return block;
});
