import { z } from 'zod';
import { AppointmentStatus, CancelReason, Modality } from '../appointments/appointments.contract.ts';

const day = z.iso.date({ message: 'Give the day, such as 2026-11-24.' });
const moment = z.iso.datetime({ offset: true, message: 'Give a date and time with its offset, such as 2026-11-24T17:00:00Z.' });
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give the time on the clock, such as 09:00.');
const interval = z.int().min(1, 'Repeat every 1 or more.').max(12, 'Repeat every 12 at most.');

export const Recurrence = z.discriminatedUnion('frequency', [
  z.object({ frequency: z.literal('daily'), interval }),
  z.object({ frequency: z.literal('weekly'), interval, weekdays: z.array(z.int().min(1).max(7)).min(1, 'Choose at least one weekday.').max(7) }),
  z.object({ frequency: z.literal('monthly'), interval, by: z.enum(['day-of-month', 'weekday']) }),
]);

const times = z.int().min(1, 'At least once.').max(156, 'At most 156 times: three years of weeks.');

/** What is done about single occurrences before anything is booked: left out, or given another time of their own. */
const fixes = {
  skip: z.array(z.int().min(0)).max(156).default([]),
  elsewhere: z
    .array(z.object({ occurrence: z.int().min(0), startsAt: moment }))
    .max(156)
    .default([]),
};

/** `times` or `until`, never both; `id` is made by the client, so that the same series sent twice is booked once. */
export const PlanSeries = z
  .object({
    id: z.uuid().optional(),
    patientId: z.uuid(),
    programId: z.uuid(),
    siteId: z.uuid().optional(),
    clinicianId: z.uuid(),
    roomId: z.uuid().nullish(),
    typeCode: z.string().min(1, 'Choose a kind of appointment.'),
    modality: Modality.optional(),
    recurrence: Recurrence,
    firstDay: day,
    time: clock,
    minutes: z.int().min(5).max(720).optional(),
    times: times.optional(),
    until: day.optional(),
    ...fixes,
  })
  .refine((plan) => (plan.times === undefined) !== (plan.until === undefined), { message: 'Say how many times or until when.', path: ['times'] });

/** Another plan for the occurrence `from` and all that follow; what is left out stays. `version` is the one on the screen. */
export const ChangeSeries = z.object({
  version: z.int(),
  from: z.int().min(0),
  firstDay: day.optional(),
  time: clock.optional(),
  minutes: z.int().min(5).max(720).optional(),
  clinicianId: z.uuid().optional(),
  roomId: z.uuid().nullish(),
  typeCode: z.string().optional(),
  modality: Modality.optional(),
  recurrence: Recurrence.optional(),
  /** Occurrences from `from` on. */
  times: times.optional(),
  ...fixes,
});

export const CancelSeries = z.object({ version: z.int(), from: z.int().min(0), reason: CancelReason, text: z.string().max(300).optional() });

/** Occurrences that come about after all. */
export const ReinstateSeries = z.object({
  version: z.int(),
  occurrences: z.array(z.int().min(0)).min(1, 'Say which ones come about after all.').max(156),
  reason: z.string().min(1, 'Say why it is taken back.').max(300),
});

export const SeriesPath = z.object({ seriesId: z.uuid() });

const Conflict = z.object({
  /** Whether it stands in the way; otherwise it is only good to know. */
  blocks: z.boolean(),
  says: z.string(),
});

/** What would become of each occurrence. */
export const SeriesPreview = z.object({
  says: z.string(),
  steps: z.array(
    z.object({
      occurrence: z.int(),
      does: z.enum(['book', 'move', 'cancel', 'keep', 'skip']),
      startsAt: z.string().nullable(),
      endsAt: z.string().nullable(),
      conflicts: z.array(Conflict),
      /** Other free starts on the same day, when this one is taken. */
      free: z.array(z.string()),
    }),
  ),
});

export const SeriesReply = z.object({
  id: z.uuid(),
  version: z.int(),
  patientId: z.uuid(),
  says: z.string(),
  recurrence: Recurrence,
  times: z.int(),
  occurrences: z.array(
    z.object({
      occurrence: z.int(),
      appointmentId: z.uuid(),
      startsAt: z.string(),
      endsAt: z.string(),
      status: AppointmentStatus,
      /** Changed on its own, or no longer to come: a change of the series leaves it as it is. */
      stays: z.boolean(),
    }),
  ),
});

export type PlanSeries = z.infer<typeof PlanSeries>;
export type ChangeSeries = z.infer<typeof ChangeSeries>;
export type CancelSeries = z.infer<typeof CancelSeries>;
export type ReinstateSeries = z.infer<typeof ReinstateSeries>;
export type SeriesPreview = z.infer<typeof SeriesPreview>;
export type SeriesReply = z.infer<typeof SeriesReply>;
