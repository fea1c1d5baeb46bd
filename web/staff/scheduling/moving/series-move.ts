import type { SeriesReply } from '#server/scheduling/series/series.contract.ts';
import { timeOf } from '../booking.ts';
import { addDays, daysBetween, wallTime } from '../zoned-time.ts';
import type { Move } from './move.ts';

/** Which appointments of a series go along: only the one, it and all that follow, or all that still follow the rule. */
export type Reach = 'one' | 'rest' | 'all';

type Occurrence = SeriesReply['occurrences'][number];

/** Another timetable for an occurrence and all that follow, as the server takes it. */
export interface SeriesChange {
  readonly from: number;
  readonly firstDay: string;
  readonly time: string;
  readonly minutes?: number;
  readonly times?: number;
  readonly clinicianId?: string;
}

const minutesFrom = ({ startsAt, endsAt }: Pick<Move, 'startsAt' | 'endsAt'>) => Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);

function firstOf({ occurrences }: SeriesReply, { appointment }: Move, reach: Reach): Occurrence | undefined {
  const open = occurrences.filter(({ stays }) => !stays).toSorted((a, b) => a.occurrence - b.occurrence);
  return reach === 'all' ? open[0] : open.find(({ appointmentId }) => appointmentId === appointment.id);
}

/** What may be asked about a move. One that was moved on its own before, or the last of its series, goes alone. */
export function reachesOf(series: SeriesReply, move: Move): readonly Reach[] {
  const one = firstOf(series, move, 'rest');
  if (!one) return ['one'];
  const open = series.occurrences.filter(({ stays }) => !stays);
  const hasRest = open.some(({ occurrence }) => occurrence > one.occurrence);
  const hasBefore = open.some(({ occurrence }) => occurrence < one.occurrence);
  return ['one', ...(hasRest ? (['rest'] as const) : []), ...(hasBefore ? (['all'] as const) : [])];
}

/** The change of a series by which its appointments go along with the one that is moved: as many days, to the same hour, of the same length. */
export function seriesChange(series: SeriesReply, move: Move, reach: 'rest' | 'all', timeZone: string): SeriesChange | undefined {
  const first = firstOf(series, move, reach);
  if (!first) return undefined;
  const [was, is] = [wallTime(move.appointment.startsAt, timeZone), wallTime(move.startsAt, timeZone)];
  return {
    from: first.occurrence,
    firstDay: addDays(wallTime(first.startsAt, timeZone).day, daysBetween(was.day, is.day)),
    time: timeOf(is.minutes),
    minutes: minutesFrom(move),
    ...(move.clinicianId ? { clinicianId: move.clinicianId } : {}),
  };
}

/** The change that leads back. What was changed is a series of its own by then, or the whole, and is counted from its beginning. */
export function changeBack(series: SeriesReply, { appointment, clinicianId }: Move, { from }: SeriesChange, timeZone: string): SeriesChange | undefined {
  const first = series.occurrences.find(({ occurrence }) => occurrence === from);
  if (!first) return undefined;
  const { day, minutes } = wallTime(first.startsAt, timeZone);
  return { from: 0, firstDay: day, time: timeOf(minutes), minutes: minutesFrom(first), ...(clinicianId ? { clinicianId: appointment.clinicianId } : {}) };
}
