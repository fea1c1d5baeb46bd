import type { Tx } from '#server/platform/index.ts';
import { offerPolicy, type Slot } from './earlier-time.ts';
import { closeOffer, insertOffer, isFree, overdueOffers, slotOf, wishesFor } from './earlier-times.store.ts';
import { firstWhoSuits, offerExpires, seatIn } from './fitting.rules.ts';

/** Holds a freed time for the first who suits; nobody, when it is not free any more. */
export async function offerSlot(tx: Tx, slot: Slot): Promise<void> {
  if (Temporal.Instant.compare(slot.startsAt, tx.now) <= 0 || !(await isFree(tx, slot))) return;
  const wish = firstWhoSuits(slot, await wishesFor(tx, slot), tx.now, offerPolicy);
  if (!wish) return;
  await insertOffer(tx, slot, wish, { ...seatIn(slot, wish), expiresAt: offerExpires(slot, tx.now, offerPolicy) });
  tx.touch({ kind: 'slot-offer', patientId: wish.patientId, programId: wish.programId });
}

/** An appointment gave its time back: called off, missed in advance, or moved away from `before`. */
export async function offerTimeOf(tx: Tx, appointmentId: string, before?: { clinicianId: string; startsAt: string; endsAt: string }): Promise<void> {
  const held = await slotOf(tx, appointmentId);
  if (!held) return;
  if (!before) return offerSlot(tx, held);
  const [startsAt, endsAt] = [Temporal.Instant.from(before.startsAt), Temporal.Instant.from(before.endsAt)];
  return offerSlot(tx, { ...held, clinicianId: before.clinicianId, startsAt, endsAt });
}

/** Whose time to answer is over: the next is asked. */
export async function askTheNext(tx: Tx): Promise<void> {
  for (const { id, slotEndsAt, ...offer } of await overdueOffers(tx)) {
    await closeOffer(tx, id, 'expired');
    tx.touch({ kind: 'slot-offer', id, patientId: offer.patientId, programId: offer.programId });
    await offerSlot(tx, { ...offer, endsAt: slotEndsAt });
  }
}
