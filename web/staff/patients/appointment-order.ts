import type { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';

const isLive = ({ status }: AppointmentReply) => status !== 'cancelled' && status !== 'no-show' && status !== 'completed';

/** Appointments that are still to come or going on, the next one first. `now` in milliseconds since 1970. */
export function upcoming(appointments: readonly AppointmentReply[], now: number): AppointmentReply[] {
  return appointments.filter((one) => isLive(one) && Date.parse(one.endsAt) >= now).toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}

/** Everything else, the latest first. */
export function past(appointments: readonly AppointmentReply[], now: number): AppointmentReply[] {
  const next = new Set(upcoming(appointments, now));
  return appointments.filter((one) => !next.has(one)).toSorted((a, b) => Date.parse(b.startsAt) - Date.parse(a.startsAt));
}
