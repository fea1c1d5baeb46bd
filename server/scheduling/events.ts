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

/** It was confirmed, attended, missed, cancelled, or a step was taken back. */
export function appointmentStatusChanged(appointment: Appointment, before: Appointment): DomainEvent {
  return { name: 'appointment.status-changed', payload: { ...facts(appointment), fromStatus: before.status } };
}
