import { z } from 'zod';
import { job } from '#server/platform/index.ts';
import { askTheNext, offerTimeOf } from './offer-slots.action.ts';

const Freed = z.looseObject({
  event: z.string(),
  appointmentId: z.uuid(),
  status: z.string(),
  before: z.looseObject({ clinicianId: z.uuid(), startsAt: z.string(), endsAt: z.string() }).optional(),
});

/** A time that is given back is offered to who would come earlier. */
export const offerFreedTime = job('scheduling.offer-freed-time', { on: ['appointment.status-changed', 'appointment.moved'], payload: Freed }, async (tx, freed) => {
  if (freed.before) await offerTimeOf(tx, freed.appointmentId, freed.before);
  else if (freed.status === 'cancelled') await offerTimeOf(tx, freed.appointmentId);
});

/** Each minute: who did not answer in time makes room for the next. */
export const endSlotOffers = job('scheduling.end-slot-offers', { every: '* * * * *', payload: z.unknown(), queue: 'scheduling.end-slot-offers' }, (tx) => askTheNext(tx));
