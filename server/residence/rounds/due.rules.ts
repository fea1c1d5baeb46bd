import { roundContent, type WatchClock } from './round.ts';

/** By when somebody has to be seen again: an interval after they were last seen, came back, or the watch began. Null while they are away. */
export function dueAt({ intervalMinutes, startsAt, lastSeenAt, backAt, isAway }: WatchClock): Temporal.Instant | null {
  if (isAway) return null;
  const latest = [lastSeenAt, backAt].reduce<Temporal.Instant>((late, one) => (one && Temporal.Instant.compare(one, late) > 0 ? one : late), startsAt);
  return latest.add({ minutes: intervalMinutes });
}

/** Whether a sighting was missed: it is due, and the grace of its interval is over. */
export function isMissed(clock: WatchClock, now: Temporal.Instant): boolean {
  const due = dueAt(clock);
  if (due === null) return false;
  const grace = roundContent.intervals.find(({ minutes }) => minutes === clock.intervalMinutes)?.graceMinutes ?? 0;
  return Temporal.Instant.compare(due.add({ minutes: grace }), now) < 0;
}
