import type { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import type { Schedule, ScheduleEntry } from '../schedule.ts';
import { clockText, dayText, wallTime } from '../zoned-time.ts';

/** An appointment with the time, and perhaps the clinician, that it is to have. */
export interface Move {
  readonly appointment: AppointmentReply;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly clinicianId?: string;
}

/** The move that leads back from one that was made. */
export function moveBack({ appointment: before }: Move, now: AppointmentReply): Move {
  return { appointment: now, startsAt: before.startsAt, endsAt: before.endsAt, ...(now.clinicianId === before.clinicianId ? {} : { clinicianId: before.clinicianId }) };
}

const isShadowOf = ({ clinicianId, startsAt, endsAt }: AppointmentReply, entry: ScheduleEntry) =>
  entry.kind === 'busy' && entry.clinicianId === clinicianId && entry.startsAt === startsAt && entry.endsAt === endsAt;

/** The schedule as it looks once the server has agreed: the appointment at its new place, and nothing busy where it was. */
export function withMoved(schedule: Schedule, { appointment, startsAt, endsAt, clinicianId }: Move): Schedule {
  const clinician = schedule.clinicians.find(({ id }) => id === clinicianId);
  const told = clinician ? { clinicianId: clinician.id, clinicianName: clinician.name } : {};
  return {
    ...schedule,
    entries: schedule.entries
      .filter((entry) => !isShadowOf(appointment, entry))
      .map((entry) => (entry.kind === 'appointment' && entry.id === appointment.id ? { ...entry, startsAt, endsAt, ...told } : entry)),
  };
}

/** The schedule with an appointment as the server answered: whoever moves it again at once says the version that stands. */
export function withAnswer(schedule: Schedule, { id, version, startsAt, endsAt }: AppointmentReply): Schedule {
  return { ...schedule, entries: schedule.entries.map((entry) => (entry.kind === 'appointment' && entry.id === id ? { ...entry, version, startsAt, endsAt } : entry)) };
}

/** When it takes place and with whom, as it is told. */
export function momentWords({ startsAt, endsAt }: Pick<AppointmentReply, 'startsAt' | 'endsAt'>, timeZone: string): string {
  const [start, end] = [wallTime(startsAt, timeZone), wallTime(endsAt, timeZone)];
  return `${dayText(start.day)}, ${clockText(start.minutes)} to ${clockText(end.minutes)}`;
}
