import type { TimeSpan } from '../appointments/appointment.ts';
import { occurrenceDays, recurrenceText, spanOn } from './recurrence.rules.ts';
import type { Timetable } from './series.ts';

/** One occurrence as it stands in a calendar: its place in the rule and its time. Cancelled ones are left out by the caller. */
export interface KeptOccurrence extends TimeSpan {
  readonly occurrence: number;
}

const compact = (iso: string) => iso.replaceAll(/[-:]/g, '');
const inUtc = (at: Temporal.Instant) => compact(at.round('second').toString());
const offsetText = (zoned: Temporal.ZonedDateTime) => zoned.offset.slice(0, 6).replace(':', '');

/** The offsets of a time zone over a span, each from its own day on (RFC 5545 3.6.5): readers need no list of time zones of their own. */
export function timeZoneLines(timeZone: string, { startsAt, endsAt }: TimeSpan): string[] {
  const observances: string[] = [];
  // The offset in force at the beginning has begun at some earlier change; the year 1970 stands for zones without one.
  const first = startsAt.toZonedDateTimeISO(timeZone);
  const begin = first.getTimeZoneTransition('previous') ?? Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
  for (let change: Temporal.ZonedDateTime | null = begin; change && Temporal.Instant.compare(change.toInstant(), endsAt) <= 0; ) {
    const before = change.subtract({ seconds: 1 });
    const from = change.epochMilliseconds === 0 ? change : before;
    const wall = change.toPlainDateTime().subtract({ nanoseconds: change.offsetNanoseconds - from.offsetNanoseconds });
    const kind = change.offsetNanoseconds > from.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD';
    observances.push(
      `BEGIN:${kind}`,
      `DTSTART:${compact(wall.toString({ smallestUnit: 'second' }))}`,
      `TZOFFSETFROM:${offsetText(from)}`,
      `TZOFFSETTO:${offsetText(change)}`,
      `END:${kind}`,
    );
    change = change.getTimeZoneTransition('next');
  }
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...observances, 'END:VTIMEZONE'];
}

const isOnce = (zoned: Temporal.ZonedDateTime) => zoned.toPlainDateTime().toZonedDateTime(zoned.timeZoneId, { disambiguation: 'later' }).equals(zoned);

/** Whether an occurrence is at its time on the clock, and the clocks neither change nor repeat until its end: other programs read what is not so in different ways. */
function isPlain({ startsAt, endsAt }: TimeSpan, { time, timeZone }: Timetable): boolean {
  const [start, end] = [startsAt.toZonedDateTimeISO(timeZone), endsAt.toZonedDateTimeISO(timeZone)];
  return start.toPlainTime().equals(time) && isOnce(start) && isOnce(end) && end.offset === start.offset;
}

const event = (lines: readonly string[]) => ['BEGIN:VEVENT', ...lines, 'SUMMARY:Appointment', 'CLASS:PRIVATE', 'END:VEVENT'];

/**
 * A series as the events of a calendar file (RFC 5545): the rule, what is left out of it, and what stands at another time. The words tell neither clinic, kind
 * nor clinician.
 */
export function seriesEvents(uid: string, series: Timetable, kept: readonly KeptOccurrence[], madeAt: Temporal.Instant): string[] {
  const { timeZone, minutes, time } = series;
  const stamp = `DTSTAMP:${inUtc(madeAt)}`;
  const own = [`UID:${uid}`, stamp];
  const timesOf = ({ startsAt, endsAt }: TimeSpan) => [`DTSTART:${inUtc(startsAt)}`, `DTEND:${inUtc(endsAt)}`];
  const byOccurrence = new Map(kept.map((one) => [one.occurrence, one]));
  const places = occurrenceDays(series).map((day, occurrence) => {
    const clock = `TZID=${timeZone}:${compact(day.toString())}T${compact(time.toString({ smallestUnit: 'second' }))}`;
    return { clock, span: spanOn(day, series), one: byOccurrence.get(occurrence) };
  });
  const [first] = places;
  if (!first) return [];
  const isAsRule = (span: TimeSpan, one: TimeSpan) => isPlain(span, series) && one.startsAt.equals(span.startsAt) && one.endsAt.equals(span.endsAt);
  const leftOut = places.flatMap(({ clock, one }) => (one ? [] : [`EXDATE;${clock}`]));
  const moved = places.flatMap(({ clock, span, one }) => (!one || isAsRule(span, one) ? [] : event([...own, `RECURRENCE-ID;${clock}`, ...timesOf(one)])));
  // A rule that was made shorter keeps what was attended or moved beyond its end.
  const beyond = kept.filter(({ occurrence }) => occurrence >= places.length).flatMap((one) => event([`UID:${uid}-${one.occurrence}`, stamp, ...timesOf(one)]));
  const rule = [`DTSTART;${first.clock}`, `DURATION:PT${minutes}M`, `RRULE:${recurrenceText(series)}`];
  return [...event([...own, ...rule, ...leftOut]), ...moved, ...beyond];
}

/** A whole calendar file: lines of at most 75 octets, each ended as RFC 5545 3.1 asks. */
export function calendarText(lines: readonly string[]): string {
  const whole = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//calendar//EN', 'CALSCALE:GREGORIAN', ...lines, 'END:VCALENDAR'];
  return whole.map((line) => `${line.replaceAll(/(.{74})(?=.)/g, '$1\r\n ')}\r\n`).join('');
}

/** Taken time and nothing else, for a clinician's own calendar: who comes, where and why is not said. */
export function busyEvents(uid: (span: TimeSpan) => string, busy: readonly TimeSpan[], madeAt: Temporal.Instant): string[] {
  return busy.flatMap((span) => [
    'BEGIN:VEVENT',
    `UID:${uid(span)}`,
    `DTSTAMP:${inUtc(madeAt)}`,
    `DTSTART:${inUtc(span.startsAt)}`,
    `DTEND:${inUtc(span.endsAt)}`,
    'SUMMARY:Busy',
    'TRANSP:OPAQUE',
    'END:VEVENT',
  ]);
}
