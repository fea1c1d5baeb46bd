import type { Obstacle } from '#server/platform/index.ts';

/** What stands against writing something down for a moment: it lies ahead, or before what is on record. Late entries are welcome. */
export function obstaclesToMoment(at: Temporal.Instant, now: Temporal.Instant, after: Temporal.Instant | undefined): Obstacle[] {
  if (Temporal.Instant.compare(at, now) > 0)
    return [{ code: 'residence.moment-ahead', says: 'That moment lies ahead. Plan a move or a departure, or reserve the bed.', at: 'at' }];
  if (after && Temporal.Instant.compare(at, after) <= 0)
    return [{ code: 'residence.moment-before', says: 'Something later is on record for this person already. Choose a later moment.', at: 'at' }];
  return [];
}

/** A moment that people tell to the minute comes after what was written within that very minute. */
export function withinItsMinute(at: Temporal.Instant, latest: Temporal.Instant): Temporal.Instant {
  const isSameMinute = Temporal.Instant.compare(at, latest) <= 0 && at.until(latest).total('seconds') < 60;
  return isSameMinute ? latest.add({ milliseconds: 1 }) : at;
}
