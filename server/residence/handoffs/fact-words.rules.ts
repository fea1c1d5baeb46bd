import { incidentKinds } from '../incidents/incident.ts';
import { leaveKinds } from '../leaves/leave.ts';
import type { ShiftFact } from './hand-off.ts';

const clock = (at: Temporal.Instant, timeZone: string) => at.toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
const saysOf = (kinds: readonly { readonly code: string; readonly says: string }[], code: string) => kinds.find((kind) => kind.code === code)?.says ?? code;

/** Something on record, as one shift tells it to the next. */
export function factWords({ what, at, word }: ShiftFact, timeZone: string): string {
  const time = clock(at, timeZone);
  switch (what) {
    case 'arrived':
      return `${time} arrived`;
    case 'bed':
      return `${time} has bed ${word}`;
    case 'left':
      return `${time} left: ${saysOf(leaveKinds, word)}`;
    case 'back':
      return `${time} back: ${saysOf(leaveKinds, word)}`;
    case 'incident':
      return `${time} incident: ${saysOf(incidentKinds, word)}`;
    case 'missed':
      return `${time} a round was missed`;
    case 'seen':
      return `seen on rounds ${word} times, last at ${time}`;
  }
}
