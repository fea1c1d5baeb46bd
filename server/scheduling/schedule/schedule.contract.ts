import { z } from 'zod';
import { AppointmentStatus, Modality } from '../appointments/appointments.contract.ts';

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

/** What is an appointment's own, told from those that are alike. Parts that are empty are left out. */
export const ScheduledVisit = z.object({
  id: z.string(),
  version: z.int(),
  patientId: z.string(),
  roomId: z.string().optional(),
  startsAt: z.string(),
  endsAt: z.string(),
  cancelReason: z.string().optional(),
  arrivedAt: z.string().optional(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  note: z.string().optional(),
  seriesId: z.string().optional(),
  occurrence: z.int().optional(),
});

/**
 * Appointments of a schedule that have clinician, program, site, kind, way and status in common, in no promised order: a week of forty clinicians has two
 * thousand of them. The patient's name and those of kind and room stand once beside them all.
 */
export const AlikeAppointments = z.object({
  programId: z.string(),
  siteId: z.string(),
  clinicianId: z.string(),
  typeCode: z.string(),
  modality: Modality,
  status: AppointmentStatus,
  visits: z.array(ScheduledVisit),
});

/** Time that somebody blocked: lunch, supervision, leave. */
export const BlockedTimeEntry = z.object({
  kind: z.literal('blocked'),
  id: z.string(),
  clinicianId: z.string().nullable(),
  roomId: z.string().nullable(),
  startsAt: z.string(),
  endsAt: z.string(),
  reason: z.string(),
  version: z.int(),
});

/** Time that is taken by something outside the reader's programs: nothing else is known of it. */
export const BusyEntry = z.object({ kind: z.literal('busy'), clinicianId: z.string(), startsAt: z.string(), endsAt: z.string() });

export const ScheduleReply = z.object({
  timeZone: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  clinicians: z.array(z.object({ id: z.uuid(), name: z.string(), credential: z.string().nullable() })),
  patients: z.array(z.object({ id: z.string(), name: z.string(), mrn: z.string() })),
  types: z.array(z.object({ code: z.string(), name: z.string(), service: z.string() })),
  rooms: z.array(z.object({ id: z.string(), name: z.string() })),
  appointments: z.array(AlikeAppointments),
  unavailable: z.array(z.discriminatedUnion('kind', [BlockedTimeEntry, BusyEntry])),
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

export type ScheduleReply = z.infer<typeof ScheduleReply>;
