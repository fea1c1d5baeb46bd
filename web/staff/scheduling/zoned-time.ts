/**
 * Days and minutes as a site's clock on the wall shows them. `Intl` rather than Temporal, since not every browser that
 * clinics carry has Temporal yet. Days are 'YYYY-MM-DD', instants ISO text, minutes count from midnight.
 */
interface WallTime {
  readonly day: string;
  readonly minutes: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(zone, made);
  return made;
}

/** The day and the minutes since midnight that a clock at that place shows. */
export function wallTime(instant: string | number, zone: string): WallTime {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(new Date(instant))
      .map((part) => [part.type, part.value]),
  );
  const read = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  return { day: `${read('year')}-${read('month')}-${read('day')}`, minutes: Number(read('hour')) * 60 + Number(read('minute')) };
}

const utcOf = (day: string, minutes: number) => Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;

/** The instant at which a clock at that place shows this. A time that daylight saving skips becomes the one an hour later. */
export function instantAt(day: string, minutes: number, zone: string): string {
  const wanted = utcOf(day, minutes);
  let guess = wanted;
  for (let round = 0; round < 2; round += 1) {
    const shown = wallTime(guess, zone);
    guess += wanted - utcOf(shown.day, shown.minutes);
  }
  return new Date(guess).toISOString();
}

/** The day that many days later; earlier when negative. */
export function addDays(day: string, count: number): string {
  return new Date(utcOf(day, count * 1440)).toISOString().slice(0, 10);
}

/** How many days the second day is after the first; negative when it comes before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utcOf(to, 0) - utcOf(from, 0)) / 86_400_000);
}

/** The Monday of that day's week. */
export function mondayOf(day: string): string {
  const weekday = (new Date(utcOf(day, 0)).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

/** Minutes as people say them: 9:05 am. */
export function clockText(minutes: number): string {
  const hour = Math.floor(minutes / 60) % 24;
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minutes % 60).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`;
}

/** A day in words, without its year: Mon, Nov 23. */
export function dayText(day: string, style: 'short' | 'long' = 'short'): string {
  return new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', weekday: style, month: style, day: 'numeric', ...(style === 'long' ? { year: 'numeric' } : {}) }).format(
    new Date(utcOf(day, 0)),
  );
}
