import { waysToPatient } from '#server/patients/index.ts';
import { action, id, NotFound, Refused, type Tx } from '#server/platform/index.ts';
import { lockAppointment } from '../appointments/appointments.store.ts';
import { changeAppointment } from '../appointments/change-appointment.action.ts';
import type { WishEarlier } from './earlier-times.contract.ts';
import { closeOffer, endWish, insertWish, lockOffer, openOffers, openWishes, type OfferRow } from './earlier-times.store.ts';
import { offerSlot } from './offer-slots.action.ts';

/** Somebody would come earlier than the appointment they hold; sent twice it is one. */
export const wishEarlier = action('earlier-time.wish', async (tx, { appointmentId, ...wish }: WishEarlier & { appointmentId: string }): Promise<void> => {
  const held = await lockAppointment(tx, id('Appointment', appointmentId));
  if (!held) throw new NotFound('Appointment');
  const { patientId, programId, status, startsAt } = held;
  tx.touch({ kind: 'earlier-wish', id: wish.id, patientId, programId });
  if (!['booked', 'confirmed'].includes(status) || Temporal.Instant.compare(startsAt, tx.now) <= 0) {
    const says = 'Only an appointment that is still to come can be made earlier.';
    throw new Refused('earlier-time.not-to-come', { code: 'earlier-time.not-to-come', says, at: 'appointmentId' }, 409);
  }
  await insertWish(tx, { ...wish, appointmentId, patientId, programId });
});

/** Who would come earlier. */
export const listWishes = action('earlier-time.list-wishes', async (tx) => {
  const items = await openWishes(tx);
  tx.touch({ kind: 'earlier-wish', patientId: [...new Set(items.map(({ patientId }) => patientId))] });
  return { items };
});

/** The appointment shall stay where it is. */
export const withdrawWish = action('earlier-time.withdraw', async (tx, { wishId }: { wishId: string }): Promise<void> => {
  const ended = await endWish(tx, wishId);
  if (!ended) throw new NotFound('Wish');
  tx.touch({ kind: 'earlier-wish', id: wishId, ...ended });
});

async function told(tx: Tx, { id: offerId, patientId, patientName, clinicianName, startsAt, endsAt, insteadOf, expiresAt }: OfferRow) {
  const ways = (await waysToPatient(tx, patientId, ['phone', 'text', 'email'])).map(({ channel, phone }) => ({ channel, phone }));
  return { id: offerId, patientId, patientName, clinicianName, startsAt, endsAt, insteadOf, expiresAt, ways };
}

/** Freed times with whom to ask, and how they allow to be reached. */
export const listOffers = action('earlier-time.list-offers', async (tx) => {
  const items = [];
  for (const offer of await openOffers(tx)) items.push(await told(tx, offer));
  tx.touch({ kind: 'slot-offer', patientId: [...new Set(items.map(({ patientId }) => patientId))] });
  return { items };
});

async function openOffer(tx: Tx, offerId: string): Promise<OfferRow> {
  const offer = await lockOffer(tx, offerId);
  if (!offer) throw new NotFound('Offer');
  tx.touch({ kind: 'slot-offer', id: offerId, patientId: offer.patientId, programId: offer.programId, fields: ['state'] });
  if (offer.state === 'open' && Temporal.Instant.compare(offer.expiresAt, tx.now) > 0) return offer;
  throw new Refused('earlier-time.over', { code: 'earlier-time.over', says: 'The time to answer is over, or somebody answered. The next in line is asked.' }, 409);
}

/** Yes: the appointment moves to the freed time, and the wish is met. Throws what moving throws when somebody was quicker. */
export const acceptOffer = action('earlier-time.accept', async (tx, { offerId }: { offerId: string }): Promise<void> => {
  const offer = await openOffer(tx, offerId);
  const { appointmentId, version, clinicianId, roomId, startsAt, endsAt } = offer;
  await closeOffer(tx, offerId, 'accepted');
  await endWish(tx, offer.wishId);
  await changeAppointment.within(tx, { appointmentId, version, clinicianId, roomId, startsAt: startsAt.toString(), endsAt: endsAt.toString() });
});

/** No: the next who suits is asked. */
export const declineOffer = action('earlier-time.decline', async (tx, { offerId }: { offerId: string }): Promise<void> => {
  const { slotEndsAt, ...offer } = await openOffer(tx, offerId);
  await closeOffer(tx, offerId, 'declined');
  await offerSlot(tx, { ...offer, endsAt: slotEndsAt });
});
