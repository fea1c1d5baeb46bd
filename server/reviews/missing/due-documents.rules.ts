/** A document that a level of care asks for. */
export interface Needed {
  readonly says: string;
  readonly withinDays: number | null;
  readonly everyDays: number | null;
}

/**
 * The day by which a document is due next; null when nothing is. The first counts from admission, where what was written shortly before counts too;
 * the next ones from the last that there is. For all stays at once the database works it out (`documentsMissing`).
 */
export function documentDue(needed: Needed, admittedOn: Temporal.PlainDate, done: readonly Temporal.PlainDate[], daysBefore: number): Temporal.PlainDate | null {
  const earliest = admittedOn.subtract({ days: daysBefore });
  const last = done
    .filter((day) => Temporal.PlainDate.compare(day, earliest) >= 0)
    .toSorted(Temporal.PlainDate.compare)
    .at(-1);
  if (last) return needed.everyDays === null ? null : last.add({ days: needed.everyDays });
  const days = needed.withinDays ?? needed.everyDays;
  return days === null ? null : admittedOn.add({ days });
}
