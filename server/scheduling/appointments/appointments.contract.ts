import { z } from 'zod';

export const Modality = z.enum(['in-person', 'video', 'audio']);
export const AppointmentStatus = z.enum(['booked', 'confirmed', 'arrived', 'in-session', 'completed', 'no-show', 'cancelled']);

/** Why an appointment was called off; `other` wants a line of text. */
export const CancelReason = z.enum(['patient-asked', 'patient-ill', 'clinician-away', 'transport', 'weather', 'program-closed', 'booked-in-error', 'other']);

const moment = z.iso.datetime({ offset: true, message: 'Give a date and time with its offset, such as 2026-11-24T17:00:00Z.' });

export const AppointmentPath = z.object({ appointmentId: z.uuid() });
export const PatientPath = z.object({ patientId: z.uuid() });

export const AppointmentReply = z.object({
  id: z.uuid(),
  version: z.int(),
  patientId: z.uuid(),
  patientName: z.string(),
  mrn: z.string(),
  programId: z.uuid(),
  siteId: z.uuid(),
  clinicianId: z.uuid(),
  clinicianName: z.string(),
  roomId: z.uuid().nullable(),
  roomName: z.string().nullable(),
  typeCode: z.string(),
  typeName: z.string(),
  service: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  modality: Modality,
  status: AppointmentStatus,
  cancelReason: z.string().nullable(),
  arrivedAt: z.string().nullable(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  note: z.string(),
  /** The series of which it is an occurrence, and which one, counted from 0. */
  seriesId: z.uuid().nullable(),
  occurrence: z.int().nullable(),
});

/** `id` is made by the client (UUID version 7): sending the same booking again after a broken connection books once. */
export const BookAppointment = z.object({
  id: z.uuid().optional(),
  patientId: z.uuid(),
  programId: z.uuid(),
  siteId: z.uuid().optional(),
  clinicianId: z.uuid(),
  roomId: z.uuid().nullish(),
  typeCode: z.string().min(1, 'Choose a kind of appointment.'),
  startsAt: moment,
  /** Length in minutes; the kind's own when left out. */
  minutes: z.int().min(5).max(720).optional(),
  modality: Modality.optional(),
  note: z.string().max(500).optional(),
});

/** A change to what is planned. `version` is the one that was on the screen: a stale one is refused with the current state. */
export const ChangeAppointment = z.object({
  version: z.int(),
  startsAt: moment.optional(),
  endsAt: moment.optional(),
  clinicianId: z.uuid().optional(),
  roomId: z.uuid().nullish(),
  typeCode: z.string().optional(),
  modality: Modality.optional(),
  note: z.string().max(500).optional(),
});

/** Each step may say when it happened; now, when left out. */
export const StepAt = z.object({ at: moment.optional() });
export const CompleteAppointment = z.object({ startedAt: moment.optional(), endedAt: moment.optional() });
export const CancelAppointment = z.object({ reason: CancelReason, text: z.string().max(300).optional() });
export const ReinstateAppointment = z.object({ reason: z.string().min(1, 'Say why the step is taken back.').max(300) });

export const PatientAppointmentsQuery = z.object({ from: moment.optional(), to: moment.optional() });
export const AppointmentList = z.object({ items: z.array(AppointmentReply) });

export type AppointmentReply = z.infer<typeof AppointmentReply>;
export type AppointmentStatus = z.infer<typeof AppointmentStatus>;
export type BookAppointment = z.infer<typeof BookAppointment>;
export type ChangeAppointment = z.infer<typeof ChangeAppointment>;
export type CancelReason = z.infer<typeof CancelReason>;
