import type { Id } from '#server/platform/index.ts';
import type { AppointmentId, Modality, Status } from '../appointments/appointment.ts';

/** How long before an appointment somebody is reminded; data in `content/reminders`. */
export interface Lead {
  readonly code: string;
  readonly hours: number;
}

/** Ways by which a reminder can go. `voicemail` is a call that leaves the same few words. */
export const ways = ['text', 'email', 'voicemail'] as const;
export type Way = (typeof ways)[number];

/** What is known of an appointment when it is asked whether to remind of it. */
export interface Remindable {
  readonly appointmentId: AppointmentId;
  readonly patientId: Id<'Patient'>;
  readonly programId: Id<'Program'>;
  readonly startsAt: Temporal.Instant;
  readonly bookedAt: Temporal.Instant;
  readonly status: Status;
  readonly modality: Modality;
  readonly timeZone: string;
}

/** A message, ready to go. */
export interface Message {
  readonly subject: string;
  readonly text: string;
}
