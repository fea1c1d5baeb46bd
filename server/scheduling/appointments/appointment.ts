import type { Id } from '#server/platform/index.ts';

export type AppointmentId = Id<'Appointment'>;

/** How people meet. Audio means telephone or video that fell back to sound. */
export type Modality = 'in-person' | 'video' | 'audio';

/** Where an appointment stands. `no-show` and `cancelled` give the time back; the others hold it. */
export type Status = 'booked' | 'confirmed' | 'arrived' | 'in-session' | 'completed' | 'no-show' | 'cancelled';

/** What somebody does to an appointment. `reinstate` takes back an arrival, a no-show or a cancellation. */
export type Step = 'confirm' | 'arrive' | 'start' | 'complete' | 'miss' | 'cancel' | 'reinstate';

/** What was planned and what happened, as the database keeps it. */
export interface Appointment {
  readonly id: AppointmentId;
  readonly patientId: Id<'Patient'>;
  readonly programId: Id<'Program'>;
  readonly siteId: Id<'Site'>;
  readonly clinicianId: Id<'Staff'>;
  readonly roomId: Id<'Room'> | null;
  readonly sessionId: Id<'Session'> | null;
  readonly typeCode: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly modality: Modality;
  readonly status: Status;
  readonly cancelReason: string | null;
  readonly arrivedAt: Temporal.Instant | null;
  readonly startedAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
  readonly note: string;
  readonly version: number;
}

/** A stretch of time, from its first moment up to but not including its last. */
export interface TimeSpan {
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}
