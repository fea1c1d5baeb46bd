/** What a payer allows, in its own counting, and how much of it is gone. */
export interface Allowed {
  readonly number: string | null;
  readonly counts: 'days' | 'visits' | 'units';
  readonly allowed: number;
  readonly used: number;
  readonly validFrom: Temporal.PlainDate;
  readonly validThrough: Temporal.PlainDate;
}

/** A meeting as it counts against an authorization. */
export interface CountedMeeting {
  readonly sessionId: string;
  readonly day: Temporal.PlainDate;
  readonly minutes: number;
}

const unitMinutes = 15;

/** What the meetings of one day use up. */
function needOf(meetings: readonly CountedMeeting[], counts: Allowed['counts']): number {
  switch (counts) {
    case 'days':
      return 1;
    case 'visits':
      return meetings.length;
    case 'units':
      return meetings.reduce((sum, { minutes }) => sum + Math.floor(minutes / unitMinutes), 0);
  }
}

const covers = ({ validFrom, validThrough }: Allowed, day: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(validFrom, day) <= 0 && Temporal.PlainDate.compare(day, validThrough) <= 0;

const sayLeft = ({ number, allowed, counts }: Allowed, left: number) =>
  `Authorization ${number ?? 'without a number'} allows ${allowed} ${counts}; ${left === 0 ? 'they are all planned or used by then' : `only ${left} ${counts} are left by then`}.`;

/**
 * Days of a plan that no authorization covers any more, with why: counted in the order of time, so that the first days use what is left. Days on which the person
 * is expected anyway use it too, and are not counted twice. Empty when there is no authorization at all: then there is nothing to hold the plan against.
 */
export function beyondAuthorization(
  meetings: readonly CountedMeeting[],
  authorizations: readonly Allowed[],
  expectedDays: readonly string[],
): ReadonlyMap<string, string> {
  const beyond = new Map<string, string>();
  if (authorizations.length === 0) return beyond;
  const left = new Map(authorizations.map((one) => [one, Math.max(0, one.allowed - one.used)]));
  const planned = Map.groupBy(meetings, ({ day }) => day.toString());
  for (const day of [...new Set([...planned.keys(), ...expectedDays])].toSorted()) {
    const ofDay = planned.get(day) ?? [];
    const valid = authorizations.filter((one) => covers(one, Temporal.PlainDate.from(day)));
    const enough = valid.find((one) => (left.get(one) ?? 0) >= Math.max(1, needOf(ofDay, one.counts)));
    if (enough) left.set(enough, (left.get(enough) ?? 0) - Math.max(1, needOf(ofDay, enough.counts)));
    else {
      const last = valid.at(-1);
      const says = last ? sayLeft(last, left.get(last) ?? 0) : 'No authorization of the payer covers this day.';
      for (const { sessionId } of ofDay) beyond.set(sessionId, says);
    }
  }
  return beyond;
}
