import { action } from '#server/platform/index.ts';
import { busyFrom } from './busy.store.ts';
import { horizonDays, nextOpenings } from './openings.rules.ts';
import { siteTimeZone } from './schedule.store.ts';

interface OpeningsInput {
  readonly clinicianId: string;
  readonly siteId: string;
  readonly roomId?: string | undefined;
  readonly minutes: number;
  readonly from?: string | undefined;
  readonly count?: number | undefined;
}

/** The next free times of a clinician, and of a room when one is wanted, that are long enough. */
export const findOpenings = action(
  'opening.find',
  async (tx, { clinicianId, siteId, roomId, minutes, from, count }: OpeningsInput) => {
    const start = from === undefined ? tx.now : Temporal.Instant.from(from);
    const busy = await busyFrom(tx, { clinicianId, roomId: roomId ?? null }, start, start.add({ hours: 24 * (horizonDays + 1) }));
    return { items: nextOpenings(busy, { from: start, minutes, count: count ?? 3, timeZone: await siteTimeZone(tx, siteId) }) };
  },
  { audit: 'touched' },
);
