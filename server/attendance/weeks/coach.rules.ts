import { minutesByDay, type Stretch, type Threshold } from '#server/billing/index.ts';
import type { Opening, Week } from './week.ts';

const overlaps = (one: Stretch, other: Stretch) => one.day === other.day && one.start < other.end && other.start < one.end;

/** What could be added on one day. */
interface DayChoice {
  readonly sessions: readonly Opening[];
  readonly minutes: number;
}

/** Every way to add sessions on one day without overlap; of ways with as many sessions and as many minutes only the first. */
function choicesOf(openings: readonly Opening[]): readonly DayChoice[] {
  let ways: DayChoice[] = [{ sessions: [], minutes: 0 }];
  for (const opening of openings) {
    const more = ways
      .filter(({ sessions }) => !sessions.some((other) => overlaps(other, opening)))
      .map(({ sessions, minutes }) => ({ sessions: [...sessions, opening], minutes: minutes + opening.end - opening.start }));
    ways = [...ways, ...more];
  }
  return [...new Map(ways.toReversed().map((way) => [`${way.sessions.length} ${way.minutes}`, way])).values()];
}

interface Plan {
  readonly full: number;
  readonly total: number;
  readonly sessions: readonly Opening[];
}

/** Plans worth following: for each number of full days and minutes, up to what the threshold asks for, the one with the fewest sessions. */
function best(plans: readonly Plan[], threshold: Threshold): readonly Plan[] {
  const kept = new Map<string, Plan>();
  for (const plan of plans) {
    const key = `${Math.min(plan.full, threshold.daysPerWeek)} ${Math.min(plan.total, threshold.minutesPerWeek)}`;
    const known = kept.get(key);
    if (!known || plan.sessions.length < known.sessions.length) kept.set(key, plan);
  }
  return [...kept.values()];
}

/**
 * The fewest sessions to add so that the week reaches the threshold: empty when what is attended and expected suffices, undefined when nothing can.
 * Exact: days are independent of each other but for their sums, so that trying each way on each day and keeping the best by sums loses nothing.
 */
export function makeUpPlan({ attended, expected, openings }: Week, threshold: Threshold): readonly Opening[] | undefined {
  const held = [...attended, ...expected];
  const free = openings.filter((opening) => opening.seatsFree > 0 && !held.some((stretch) => overlaps(stretch, opening)));
  const minutes = minutesByDay(held);
  const days = [...new Set([...held, ...free].map(({ day }) => day))].toSorted((one, other) => one.localeCompare(other));
  let plans: readonly Plan[] = [{ full: 0, total: 0, sessions: [] }];
  for (const day of days) {
    const before = minutes.get(day) ?? 0;
    const ways = choicesOf(free.filter((opening) => opening.day === day));
    const next = plans.flatMap(({ full, total, sessions }) =>
      ways.map((way) => ({
        full: full + (before + way.minutes >= threshold.minutesPerDay ? 1 : 0),
        total: total + before + way.minutes,
        sessions: [...sessions, ...way.sessions],
      })),
    );
    plans = best(next, threshold);
  }
  const enough = plans.filter(({ full, total }) => full >= threshold.daysPerWeek && total >= threshold.minutesPerWeek);
  return enough.toSorted((one, other) => one.sessions.length - other.sessions.length)[0]?.sessions;
}

/** Days with some treatment, but too little to count: flagged while there is still time. */
export function shortDays({ attended, expected }: Pick<Week, 'attended' | 'expected'>, threshold: Threshold): readonly { day: string; missing: number }[] {
  return [...minutesByDay([...attended, ...expected])]
    .filter(([, minutes]) => minutes < threshold.minutesPerDay)
    .map(([day, minutes]) => ({ day, missing: threshold.minutesPerDay - minutes }))
    .toSorted((one, other) => one.day.localeCompare(other.day));
}
