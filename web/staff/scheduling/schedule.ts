import type { z } from 'zod';
import type { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import type { ScheduleReply } from '#server/scheduling/schedule/schedule.contract.ts';

type Sent = z.infer<typeof ScheduleReply>;
type SentEntry = Sent['entries'][number];

/** An appointment in a schedule, with the names that a screen shows. */
export type ScheduledAppointment = AppointmentReply & { readonly kind: 'appointment' };
export type ScheduleEntry = ScheduledAppointment | Exclude<SentEntry, { kind: 'appointment' }>;

/** Days of a clinician or a team as a screen shows them. */
export interface Schedule extends Omit<Sent, 'entries' | 'patients' | 'types' | 'rooms'> {
  readonly entries: readonly ScheduleEntry[];
}

const nothing = { roomId: null, roomName: null, cancelReason: null, arrivedAt: null, startedAt: null, endedAt: null, note: '', seriesId: null, occurrence: null };

/** Puts back what the reply says once for many entries, and what it leaves out where it is empty. */
export function spelledOut({ patients, types, rooms, entries, ...rest }: Sent): Schedule {
  const patient = new Map(patients.map((one) => [one.id, one]));
  const type = new Map(types.map((one) => [one.code, one]));
  const room = new Map(rooms.map(({ id, name }) => [id, name]));
  const clinician = new Map(rest.clinicians.map(({ id, name }) => [id, name]));
  const named = (entry: Extract<SentEntry, { kind: 'appointment' }>): ScheduledAppointment => ({
    ...nothing,
    ...entry,
    patientName: patient.get(entry.patientId)?.name ?? '',
    mrn: patient.get(entry.patientId)?.mrn ?? '',
    clinicianName: clinician.get(entry.clinicianId) ?? '',
    typeName: type.get(entry.typeCode)?.name ?? '',
    service: type.get(entry.typeCode)?.service ?? '',
    roomName: entry.roomId === undefined ? null : (room.get(entry.roomId) ?? null),
  });
  return { ...rest, entries: entries.map((entry) => (entry.kind === 'appointment' ? named(entry) : entry)) };
}
