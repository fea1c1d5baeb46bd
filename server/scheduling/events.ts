import type { DomainEvent } from '#server/platform/index.ts';
import type { Appointment } from './appointments/appointment.ts';

/** Names of what scheduling announces. */
export const schedulingEvents = ['appointment.booked', 'appointment.moved', 'appointment.status-changed'] as const;

function facts({ id, patientId, programId, siteId, clinicianId, typeCode, modality, status, startsAt, endsAt }: Appointment) {
  return { appointmentId: id, patientId, programId, siteId, clinicianId, typeCode, modality, status, startsAt: startsAt.toString(), endsAt: endsAt.toString() };
}

/** A new appointment stands. */
export function appointmentBooked(appointment: Appointment): DomainEvent {
  return { name: 'appointment.booked', payload: facts(appointment) };
}

/** Its time, clinician, room or kind is another. `before` carries the former time. */
export function appointmentMoved(appointment: Appointment, before: Appointment): DomainEvent {
  return {
    name: 'appointment.moved',
    payload: { ...facts(appointment), before: { clinicianId: before.clinicianId, startsAt: before.startsAt.toString(), endsAt: before.endsAt.toString() } },
  };
}

/** When somebody called it off, and why. */
export interface CalledOff {
  readonly at: Temporal.Instant;
  readonly reason: string;
}

/**
 * It was confirmed, attended, missed, cancelled, or a step was taken back. `calledOff` where a person gave a reason: what is called off with a move, a track or a session
 * that has ended has none.
 */
export function appointmentStatusChanged(appointment: Appointment, before: Appointment, calledOff?: CalledOff): DomainEvent {
  const told = calledOff ? { calledOff: { at: calledOff.at.toString(), reason: calledOff.reason } } : {};
  return { name: 'appointment.status-changed', payload: { ...facts(appointment), fromStatus: before.status, ...told } };
}
