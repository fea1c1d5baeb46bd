import { shortestMinutes, snapMinutes } from '../drag.ts';
import type { ScheduleEntry } from '../schedule.ts';
import { clockText } from '../zoned-time.ts';

/** Where an appointment lies on the grid: its column, counted from the left, and its minutes after midnight. */
export interface Spot {
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

/** What no key leaves: the hours that are drawn, and the columns beside each other. */
export interface Bounds {
  readonly fromHour: number;
  readonly toHour: number;
  readonly columns: number;
}

/** The words that tell of the key which picks up; entries point at them. */
export const hintId = 'move-by-keys';

/** A key as it was pressed. */
export interface Press {
  readonly key: string;
  readonly shiftKey: boolean;
}

const within = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

/** That many minutes on or back, by way of the next snap: what was booked between two lands on one. */
function nextSnap(minutes: number, by: number): number {
  const base = by > 0 ? Math.floor(minutes / snapMinutes) : Math.ceil(minutes / snapMinutes);
  return base * snapMinutes + by;
}

const onward: Readonly<Record<string, number>> = { ArrowUp: -snapMinutes, ArrowDown: snapMinutes, PageUp: -60, PageDown: 60 };
const sideways: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

function lengthened({ column, start, end }: Spot, by: number, { toHour }: Bounds): Spot {
  const least = Math.min(end, start + shortestMinutes);
  return { column, start, end: within(nextSnap(end, by), least, Math.max(end, toHour * 60)) };
}

function movedOn({ column, start, end }: Spot, by: number, { fromHour, toHour }: Bounds): Spot {
  const length = end - start;
  const moved = within(nextSnap(start, by), Math.min(start, fromHour * 60), Math.max(start, toHour * 60 - length));
  return { column, start: moved, end: moved + length };
}

/**
 * Where a carried appointment is after a key: up and down by a snap, Page Up and Page Down by an hour, left and right by a column; with Shift, up and down change its
 * length. At an edge it stays. Undefined for a key that means nothing to it.
 */
export function carriedBy({ key, shiftKey }: Press, spot: Spot, bounds: Bounds): Spot | undefined {
  const by = onward[key];
  if (by !== undefined) return shiftKey ? lengthened(spot, by, bounds) : movedOn(spot, by, bounds);
  const step = sideways[key];
  if (step === undefined || shiftKey) return undefined;
  return { ...spot, column: within(spot.column + step, 0, bounds.columns - 1) };
}

/** Whether two spots are the same place. */
export function isSameSpot(one: Spot, other: Spot): boolean {
  return one.column === other.column && one.start === other.start && one.end === other.end;
}

/** Whether an entry may be taken elsewhere: once people have met, what happened stays. */
export function isMovable(entry: ScheduleEntry): boolean {
  return entry.kind === 'appointment' && (entry.status === 'booked' || entry.status === 'confirmed');
}

/** A spot as it is read out. */
export function spotWords({ start, end }: Pick<Spot, 'start' | 'end'>, columnTitle: string): string {
  return `${columnTitle}, ${clockText(start)} to ${clockText(end)}`;
}
