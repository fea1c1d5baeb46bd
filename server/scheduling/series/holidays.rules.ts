import content from '#content/holidays.json' with { type: 'json' };

type Holiday = (typeof content.holidays)[number];

function dayIn(year: number, { month, day, weekday, place }: Holiday): Temporal.PlainDate {
  if (day !== undefined) return Temporal.PlainDate.from({ year, month, day });
  const begin = Temporal.PlainDate.from({ year, month, day: 1 });
  const first = begin.add({ days: ((weekday ?? 1) - begin.dayOfWeek + 7) % 7 });
  return place === -1 ? first.add({ weeks: Math.floor((begin.daysInMonth - first.day) / 7) }) : first.add({ weeks: (place ?? 1) - 1 });
}

/** A Saturday is observed on the Friday before, a Sunday on the Monday after (5 U.S.C. 6103(b)). */
function observed(day: Temporal.PlainDate): Temporal.PlainDate {
  if (day.dayOfWeek === 6) return day.subtract({ days: 1 });
  return day.dayOfWeek === 7 ? day.add({ days: 1 }) : day;
}

/** The federal holiday on that day, or observed on it; undefined on every other day. Source and validity stand in `content/holidays.json`. */
export function holidayOn(day: Temporal.PlainDate): string | undefined {
  if (Temporal.PlainDate.compare(day, Temporal.PlainDate.from(content.validFrom)) < 0) return undefined;
  // New Year's Day of the next year may be observed in this one.
  const dated = [day.year, day.year + 1].flatMap((year) => content.holidays.map((holiday) => ({ name: holiday.name, on: dayIn(year, holiday) })));
  return dated.find(({ on }) => on.equals(day) || observed(on).equals(day))?.name;
}
