import { z } from 'zod';

const day = z.iso.date('Give the day, such as 2026-11-24.');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give the time on the clock, such as 09:00.');
const moment = z.iso.datetime({ offset: true, message: 'Give a date and time with its offset, such as 2026-11-24T17:00:00Z.' });

/** Whose hours: those of a clinician, or of a site when no clinician is named. */
export const HoursQuery = z.object({ clinicianId: z.uuid().optional(), siteId: z.uuid().optional() });

const WeeklyHours = z.object({ siteId: z.uuid(), weekday: z.int().min(1).max(7), opens: clock, closes: clock });

/** All weekly hours from a day on; what was in force before ends on the eve. No stretch at all: those of the site, or the usual ones. */
export const KeepHours = z
  .object({ clinicianId: z.uuid().nullish(), siteId: z.uuid().nullish(), from: day, until: day.nullish(), hours: z.array(WeeklyHours).max(42) })
  .refine((one) => Boolean(one.clinicianId ?? one.siteId), { path: ['clinicianId'], message: 'Choose a clinician or a site.' });

export const HoursList = z.object({
  items: z.array(WeeklyHours.extend({ clinicianId: z.uuid().nullable(), validFrom: z.string(), validTo: z.string().nullable() })),
});

/** Leave of a clinician or closure of a site. `id` is made by the client, so that a retry is kept once. */
export const KeepAway = z
  .object({
    id: z.uuid().optional(),
    clinicianId: z.uuid().nullish(),
    siteId: z.uuid().nullish(),
    startsAt: moment,
    endsAt: moment,
    reason: z.string().trim().min(1, 'Say why in a word or two: leave, training, holiday.').max(100),
  })
  .refine((one) => Boolean(one.clinicianId) !== Boolean(one.siteId), { path: ['clinicianId'], message: 'Choose a clinician or a site.' })
  .refine((one) => Date.parse(one.startsAt) < Date.parse(one.endsAt), { path: ['endsAt'], message: 'The end must come after the start.' });

const AwayReply = z.object({
  id: z.uuid(),
  clinicianId: z.uuid().nullable(),
  siteId: z.uuid().nullable(),
  startsAt: z.string(),
  endsAt: z.string(),
  reason: z.string(),
});
export const AwayPath = z.object({ awayId: z.uuid() });
export const AwayList = z.object({ items: z.array(AwayReply) });
/** What is still booked in that time, as far as the caller may see: it has to be moved. */
export const AwayKept = AwayReply.extend({
  standing: z.array(z.object({ appointmentId: z.uuid(), patientName: z.string(), startsAt: z.string() })),
});

export type KeepHours = z.infer<typeof KeepHours>;
export type KeepAway = z.infer<typeof KeepAway>;
