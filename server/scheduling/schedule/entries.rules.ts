import { holdsTime } from '../appointments/status.rules.ts';
import type { Status, TimeSpan } from '../appointments/appointment.ts';

interface Held extends TimeSpan {
  readonly clinicianId: string | null;
}

function keyOf({ clinicianId, startsAt }: Held): string {
  return `${clinicianId} ${startsAt.epochMilliseconds}`;
}

/**
 * Of the busy times those that nothing visible explains: they belong to other programs. A clinician is in one place only,
 * so clinician and start name what takes the time.
 */
export function busyElsewhere<Busy extends Held>(busy: readonly Busy[], appointments: readonly (Held & { readonly status: Status })[], blocked: readonly Held[]): Busy[] {
  const known = new Set([...appointments.filter(({ status }) => holdsTime(status)), ...blocked].map(keyOf));
  return busy.filter((each) => !known.has(keyOf(each)));
}
