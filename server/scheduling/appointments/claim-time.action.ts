import { action, Refused, type Id } from '#server/platform/index.ts';
import { awayWithin } from '../availability/availability.store.ts';
import { busyFrom, lockTime, takenTimes } from '../schedule/busy.store.ts';
import { horizonDays, nextOpenings } from '../schedule/openings.rules.ts';
import type { TimeSpan } from './appointment.ts';
import { isAway, slotTaken } from './plan.rules.ts';

/** Whose time is wanted. `except` is the appointment that moves: its own time is not in its way. */
export interface TimeWanted extends TimeSpan {
  readonly clinicianId: Id<'Staff'>;
  readonly roomId: Id<'Room'> | null;
  readonly siteId: Id<'Site'>;
  readonly clinicianName: string;
  readonly timeZone: string;
  readonly except: string | null;
  /** The group session in which this is a seat: the other seats share its time. */
  readonly sessionId?: string | null | undefined;
}

/**
 * Takes hold of a clinician's and a room's time until the transaction ends. Throws `Refused` with who holds it and the next three
 * free times. The constraints of `scheduling.busy_slot` guarantee the same without us; this is how the answer learns to speak.
 */
export const claimTime = action('appointment.claim-time', async (tx, wanted: TimeWanted): Promise<void> => {
  await lockTime(tx, [wanted]);
  const taken = await takenTimes(tx, wanted, wanted, wanted);
  const away = await awayWithin(tx, { clinicianIds: [wanted.clinicianId], siteIds: [wanted.siteId] }, wanted);
  if (taken.length === 0 && away.length === 0) return;
  const from = Temporal.Instant.compare(wanted.startsAt, tx.now) < 0 ? tx.now : wanted.startsAt;
  const until = from.add({ hours: 24 * (horizonDays + 1) });
  const closed = await awayWithin(tx, { clinicianIds: [wanted.clinicianId], siteIds: [wanted.siteId] }, { startsAt: from, endsAt: until });
  const busy = [...(await busyFrom(tx, wanted, from, until)), ...closed];
  const minutes = Math.round(wanted.startsAt.until(wanted.endsAt).total('minutes'));
  const openings = nextOpenings(busy, { from, minutes, count: 3, timeZone: wanted.timeZone });
  throw new Refused(
    'appointment.slot-taken',
    [...isAway(away, wanted.clinicianName, wanted.timeZone), ...slotTaken(taken, openings, wanted.clinicianName, wanted.timeZone)],
    409,
  );
});
