import type { z } from 'zod';
import type { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import type { ScheduleReply } from '#server/scheduling/schedule/schedule.contract.ts';

type Sent = z.infer<typeof ScheduleReply>;
type SentAppointment = Omit<Sent['appointments'][number], 'visits'> & Sent['appointments'][number]['visits'][number];

/** An appointment in a schedule, with the names that a screen shows. */
export type ScheduledAppointment = AppointmentReply & { readonly kind: 'appointment' };
export type ScheduleEntry = ScheduledAppointment | Sent['unavailable'][number];

/** Days of a clinician or a team as a screen shows them, appointments in the order of their start. */
export interface Schedule extends Pick<Sent, 'timeZone' | 'startsAt' | 'endsAt' | 'clinicians'> {
  readonly entries: readonly ScheduleEntry[];
}

const nothing = { roomId: null, roomName: null, cancelReason: null, arrivedAt: null, startedAt: null, endedAt: null, note: '', seriesId: null, occurrence: null };

/** Puts back what the reply says once for many appointments, and what it leaves out where it is empty. */
export function spelledOut({ patients, types, rooms, appointments, unavailable, ...rest }: Sent): Schedule {
  const patient = new Map(patients.map((one) => [one.id, one]));
  const type = new Map(types.map((one) => [one.code, one]));
  const room = new Map(rooms.map(({ id, name }) => [id, name]));
  const clinician = new Map(rest.clinicians.map(({ id, name }) => [id, name]));
  const named = (one: SentAppointment): ScheduledAppointment => ({
    kind: 'appointment',
    ...nothing,
    ...one,
    patientName: patient.get(one.patientId)?.name ?? '',
    mrn: patient.get(one.patientId)?.mrn ?? '',
    clinicianName: clinician.get(one.clinicianId) ?? '',
    typeName: type.get(one.typeCode)?.name ?? '',
    service: type.get(one.typeCode)?.service ?? '',
    roomName: one.roomId === undefined ? null : (room.get(one.roomId) ?? null),
  });
  const booked = appointments.flatMap(({ visits, ...common }) => visits.map((visit) => named({ ...common, ...visit })));
  booked.sort((one, other) => (one.startsAt < other.startsAt ? -1 : Number(one.startsAt > other.startsAt)));
  return { ...rest, entries: [...booked, ...unavailable] };
}
