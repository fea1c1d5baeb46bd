import type { Schedule, ScheduledAppointment, ScheduleEntry } from './schedule.ts';
import { addDays, wallTime } from './zoned-time.ts';

/** One column of the grid: a day of one clinician. */
export interface Column {
  readonly key: string;
  readonly day: string;
  readonly clinicianId: string;
  readonly title: string;
  readonly entries: readonly Placed[];
}

/** An entry with its place on the wall clock of its column. */
export interface Placed {
  readonly entry: ScheduleEntry;
  readonly start: number;
  readonly end: number;
}

/** Entries that take the same time of one clinician, drawn as one: nobody is in two places, so several are the seats of one group session. */
export interface Together {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly first: ScheduleEntry;
  /** The seats of a session by name; empty for anything else. */
  readonly seats: readonly ScheduledAppointment[];
}

/** First and last hour that are drawn: the working day, widened to whatever lies outside it. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

const idOf = (entry: ScheduleEntry) => (entry.kind === 'busy' ? `${entry.clinicianId}${entry.startsAt}` : entry.id);

/** A stable key for React; busy time has no identity of its own. */
export function entryKey(entry: ScheduleEntry): string {
  return idOf(entry);
}

/** Busy time that is only the shadow of an entry we may see is dropped, so that nothing is drawn twice. */
export function withoutShadows(entries: readonly ScheduleEntry[]): ScheduleEntry[] {
  const seen = new Set(entries.filter((entry) => entry.kind !== 'busy').map((entry) => `${entry.clinicianId}|${entry.startsAt}|${entry.endsAt}`));
  return entries.filter((entry) => entry.kind !== 'busy' || !seen.has(`${entry.clinicianId}|${entry.startsAt}|${entry.endsAt}`));
}

function placedOn(day: string, entry: ScheduleEntry, zone: string): Placed | undefined {
  const start = wallTime(entry.startsAt, zone);
  const end = wallTime(entry.endsAt, zone);
  if (start.day > day || end.day < day) return undefined;
  const from = start.day < day ? 0 : start.minutes;
  const to = end.day > day ? 1440 : end.minutes;
  return to > from ? { entry, start: from, end: to } : undefined;
}

const shown = (entry: ScheduleEntry) => entry.kind !== 'appointment' || entry.status !== 'cancelled';

function columnOf(schedule: Schedule, day: string, clinicianId: string, title: string): Column {
  const own = withoutShadows(schedule.entries.filter((entry) => entry.clinicianId === clinicianId && shown(entry)));
  return { key: `${clinicianId}|${day}`, day, clinicianId, title, entries: own.flatMap((entry) => placedOn(day, entry, schedule.timeZone) ?? []) };
}

/** A week of one clinician: Monday to Friday, and the weekend when something lies on it. */
export function weekColumns(schedule: Schedule, monday: string, clinicianId: string, titleOf: (day: string) => string): Column[] {
  const days = Array.from({ length: 7 }, (_unused, index) => addDays(monday, index));
  const columns = days.map((day) => columnOf(schedule, day, clinicianId, titleOf(day)));
  return columns.filter((column, index) => index < 5 || column.entries.length > 0);
}

/** A day of a team: a column a clinician. */
export function dayColumns(schedule: Schedule, day: string): Column[] {
  return schedule.clinicians.map(({ id, name }) => columnOf(schedule, day, id, name));
}

/** The entries of a column with the seats of each session as one. Who did not come gives the time back and stands apart. */
export function together(placed: readonly Placed[]): Together[] {
  const isSeat = ({ entry }: Placed) => entry.kind === 'appointment' && entry.status !== 'no-show';
  const spans = Map.groupBy(placed, (one) => (isSeat(one) ? `${one.start} ${one.end}` : entryKey(one.entry)));
  return [...spans.values()].flatMap((entries) => {
    const [one] = entries;
    if (!one) return [];
    const seats = entries.length > 1 ? entries.flatMap(({ entry }) => (entry.kind === 'appointment' ? [entry] : [])) : [];
    return [{ key: entryKey(one.entry), start: one.start, end: one.end, first: one.entry, seats: seats.toSorted((a, b) => a.patientName.localeCompare(b.patientName)) }];
  });
}

/** The hours to draw: 8 am to 6 pm, and further when something lies outside. */
export function hoursOf(columns: readonly Column[]): Hours {
  const placed = columns.flatMap((column) => column.entries);
  const from = Math.min(8 * 60, ...placed.map(({ start }) => start));
  const to = Math.max(18 * 60, ...placed.map(({ end }) => end));
  return { from: Math.floor(from / 60), to: Math.min(24, Math.ceil(to / 60)) };
}

/** Stretches of at least half an hour between and around entries, within the hours given; for the question who is free, and when. */
export function freeSpans(placed: readonly Pick<Placed, 'start' | 'end'>[], { from, to }: Hours): readonly Pick<Placed, 'start' | 'end'>[] {
  const free: Pick<Placed, 'start' | 'end'>[] = [];
  let since = from * 60;
  for (const { start, end } of [...placed.toSorted((a, b) => a.start - b.start), { start: to * 60, end: to * 60 }]) {
    if (start - since >= 30) free.push({ start: since, end: start });
    since = Math.max(since, end);
  }
  return free;
}
