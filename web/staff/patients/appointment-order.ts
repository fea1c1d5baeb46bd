import type { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';

const isLive = ({ status }: AppointmentReply) => status !== 'cancelled' && status !== 'no-show' && status !== 'completed';

/** Appointments that are still to come or going on, the next one first. ISO instants in UTC order as text. */
export function upcoming(appointments: readonly AppointmentReply[], now: string): AppointmentReply[] {
  return appointments.filter((one) => isLive(one) && Date.parse(one.endsAt) >= Date.parse(now)).toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}

/** Everything else, the latest first. */
export function past(appointments: readonly AppointmentReply[], now: string): AppointmentReply[] {
  const next = new Set(upcoming(appointments, now));
  return appointments.filter((one) => !next.has(one)).toSorted((a, b) => Date.parse(b.startsAt) - Date.parse(a.startsAt));
}
