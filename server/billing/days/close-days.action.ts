import { daysToCount } from '#server/residence/index.ts';
import type { Tx } from '#server/platform/index.ts';
import { dayRules } from './day-rule.ts';
import { peopleOfCensus, peopleSeated, programsOfLevels } from './day-facts.store.ts';
import { closeDay } from './days.store.ts';
import { queueJudging } from './judge-days.action.ts';

const dayPrograms = dayRules.filter(({ countedBy }) => countedBy === 'attendance').flatMap(({ levels }) => levels);

/** Closes every day of day programs that is over where they are: all who had a seat in its week are judged. As the system. */
export async function closeDays(tx: Tx): Promise<void> {
  for (const { programId, timeZone, lastDay } of await programsOfLevels(tx, dayPrograms)) {
    for (const day of daysToCount(lastDay, tx.now, timeZone)) {
      // Another worker closed it: one is enough.
      if (!(await closeDay(tx, programId, day))) continue;
      const [monday, end] = [day.subtract({ days: day.dayOfWeek - 1 }), day.add({ days: 1 })].map((one) => one.toZonedDateTime(timeZone).toInstant()) as [
        Temporal.Instant,
        Temporal.Instant,
      ];
      for (const patientId of await peopleSeated(tx, programId, monday, end)) await queueJudging(tx, { patientId, programId, from: day, to: day });
    }
  }
}

/** A census was taken or corrected: everybody whom it counts, tells, or no longer knows is judged. As the system. */
export async function judgeCensus(tx: Tx, siteId: string, day: Temporal.PlainDate): Promise<void> {
  for (const person of await peopleOfCensus(tx, siteId, day)) await queueJudging(tx, { ...person, from: day, to: day });
}
