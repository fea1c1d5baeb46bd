import { z } from 'zod';

export const AppointmentPath = z.object({ appointmentId: z.uuid() });
export const WishPath = z.object({ wishId: z.uuid() });
export const OfferPath = z.object({ offerId: z.uuid() });

const time = z.iso.time({ precision: -1, message: 'Write the time as HH:MM.' });
/** Sent twice with the same id it is one. Empty weekdays (1 is Monday): any day. */
export const WishEarlier = z
  .object({
    id: z.uuid(),
    anyClinician: z.boolean().default(false),
    weekdays: z.array(z.int().min(1).max(7)).max(7).default([]),
    notBefore: time.nullish(),
    notAfter: time.nullish(),
    noticeHours: z.int('Write how many hours.').min(0).max(336, 'At most two weeks.').default(24),
  })
  .refine(({ notBefore, notAfter }) => !notBefore || !notAfter || notBefore < notAfter, { path: ['notAfter'], message: 'The end comes after the beginning.' });

export const Wishes = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      patientId: z.uuid(),
      patientName: z.string(),
      appointmentId: z.uuid(),
      typeName: z.string(),
      clinicianName: z.string(),
      startsAt: z.string(),
      anyClinician: z.boolean(),
      weekdays: z.array(z.int()),
      notBefore: z.string().nullable(),
      notAfter: z.string().nullable(),
      noticeHours: z.int(),
      madeAt: z.string(),
    }),
  ),
});
export const Offers = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      patientId: z.uuid(),
      patientName: z.string(),
      clinicianName: z.string(),
      startsAt: z.string(),
      endsAt: z.string(),
      insteadOf: z.string(),
      expiresAt: z.string(),
      /** How the patient allows to be reached, as told in the chart; empty when no way is open. */
      ways: z.array(z.object({ channel: z.string(), phone: z.string().nullable() })),
    }),
  ),
});

export type WishEarlier = z.infer<typeof WishEarlier>;
export type Wishes = z.infer<typeof Wishes>;
export type Offers = z.infer<typeof Offers>;
