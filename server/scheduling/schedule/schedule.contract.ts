import { z } from 'zod';
import { AppointmentReply } from '../appointments/appointments.contract.ts';

const day = z.iso.date('Give a date such as 2026-11-24.');
const ids = z
  .string()
  .transform((text) => text.split(',').filter((part) => part !== ''))
  .pipe(z.array(z.uuid('Give identifiers of clinicians, parted by commas.')).max(100, 'At most 100 clinicians at a time.'));

/**
 * Whole days `from` up to and including `to`, in the time zone of the site. Whose: `clinicianIds` (parted by commas),
 * else the team of `programId`, else the team of `siteId`; nobody named means oneself.
 */
export const ScheduleQuery = z.object({
  from: day,
  to: day,
  clinicianIds: ids.optional(),
  programId: z.uuid().optional(),
  siteId: z.uuid().optional(),
});

/** Time that somebody blocked: lunch, supervision, leave. */
export const BlockedTimeEntry = z.object({
  kind: z.literal('blocked'),
  id: z.uuid(),
  clinicianId: z.uuid().nullable(),
  roomId: z.uuid().nullable(),
  startsAt: z.string(),
  endsAt: z.string(),
  reason: z.string(),
  version: z.int(),
});

/** Time that is taken by something outside the reader's programs: nothing else is known of it. */
export const BusyEntry = z.object({ kind: z.literal('busy'), clinicianId: z.uuid(), startsAt: z.string(), endsAt: z.string() });

export const AppointmentEntry = AppointmentReply.extend({ kind: z.literal('appointment') });
export const ScheduleEntry = z.discriminatedUnion('kind', [AppointmentEntry, BlockedTimeEntry, BusyEntry]);

export const ScheduleReply = z.object({
  timeZone: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  clinicians: z.array(z.object({ id: z.uuid(), name: z.string(), credential: z.string().nullable() })),
  entries: z.array(ScheduleEntry),
});

export const OpeningsQuery = z.object({
  clinicianId: z.uuid(),
  siteId: z.uuid(),
  roomId: z.uuid().optional(),
  minutes: z.coerce.number().int().min(5).max(720),
  from: z.iso.datetime({ offset: true }).optional(),
  count: z.coerce.number().int().min(1).max(20).optional(),
});
export const OpeningsReply = z.object({ items: z.array(z.object({ startsAt: z.string(), endsAt: z.string() })) });

export type ScheduleEntry = z.infer<typeof ScheduleEntry>;
export type ScheduleReply = z.infer<typeof ScheduleReply>;
