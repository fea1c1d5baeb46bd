import type { MemberWeek } from '#server/attendance/weeks/weeks.contract.ts';

/** Minutes as hours: 7 h 30. */
export function hours(minutes: number): string {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0 ? `${whole} h` : `${whole} h ${rest}`;
}

/** The weekday of a date, short. */
export function weekdayOf(day: string): string {
  return new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}

/** Days with too little, each with what is missing. */
export function shortWords(short: MemberWeek['short']): string {
  return short.map(({ day, missing }) => `${weekdayOf(day)} ${missing} min short`).join(', ');
}

/** Where a week stands, in two words. */
export function standingOf({ makeUp }: Pick<MemberWeek, 'makeUp'>): { says: string; color: string } {
  if (makeUp === null) return { says: 'cannot be reached', color: 'orange' };
  if (makeUp.length === 0) return { says: 'on track', color: 'tide' };
  return { says: `${makeUp.length} to make up`, color: 'orange' };
}
