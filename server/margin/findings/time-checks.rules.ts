import { timedUnits } from '#server/billing/index.ts';
import type { NoteFacts, Place, Remedy } from './finding.ts';
import type { CheckOf } from './rule-book.ts';

/** Whole minutes of the note by its times; null while one is missing or they are the wrong way round. */
export function minutesOf({ startedAt, endedAt }: NoteFacts): number | null {
  if (startedAt === null || endedAt === null) return null;
  const minutes = Math.floor(startedAt.until(endedAt).total('minutes'));
  return minutes > 0 ? minutes : null;
}

/** Start and end as the appointment has them, to be taken over by a click; nothing without an appointment. */
export function takeTimes({ appointment }: NoteFacts): { readonly remedy?: Remedy } {
  return appointment ? { remedy: { act: 'take-times', startedAt: appointment.startsAt.toString(), endedAt: appointment.endsAt.toString() } } : {};
}

/** Start and end are both there, in a note that asks for them. */
export function timesGiven(facts: NoteFacts): Place[] {
  if (!facts.template.asksTimes || (facts.startedAt !== null && facts.endedAt !== null)) return [];
  return [{ at: facts.startedAt === null ? 'header.startedAt' : 'header.endedAt', ...takeTimes(facts) }];
}

/** The session was about when it was booked. */
export function timesNearAppointment(facts: NoteFacts, check: CheckOf<'times-near-appointment'>): Place[] {
  const { appointment, startedAt, endedAt } = facts;
  if (!appointment || startedAt === null || endedAt === null) return [];
  const away = (one: Temporal.Instant, other: Temporal.Instant) => Math.abs(Math.round(one.until(other).total('minutes')));
  const [early, late] = [away(startedAt, appointment.startsAt), away(endedAt, appointment.endsAt)];
  const minutes = Math.max(early, late);
  if (minutes <= check.minutes) return [];
  return [{ at: early >= late ? 'header.startedAt' : 'header.endedAt', words: { minutes: String(minutes) }, ...takeTimes(facts) }];
}

/** As many minutes as the service is billed from. */
export function minutesBillable(facts: NoteFacts): Place[] {
  const minutes = minutesOf(facts);
  if (!facts.template.asksTimes || minutes === null || facts.billedFrom === null || minutes >= facts.billedFrom) return [];
  return [{ at: 'header.endedAt', words: { minutes: String(minutes), from: String(facts.billedFrom) }, ...takeTimes(facts) }];
}

function numbersIn(facts: NoteFacts, patterns: readonly string[]): { readonly at: string; readonly said: number }[] {
  return facts.fields.flatMap(({ key, text }) =>
    patterns.flatMap((pattern) => [...text.matchAll(new RegExp(pattern, 'giu'))].map((match) => ({ at: `sections.${key}`, said: Number(match[1]) }))),
  );
}

/** Minutes of the session that the text names are those of the times. */
export function minutesInWords(facts: NoteFacts, { patterns, slack }: CheckOf<'minutes-in-words'>): Place[] {
  const minutes = minutesOf(facts);
  if (minutes === null) return [];
  return numbersIn(facts, patterns)
    .filter(({ said }) => Math.abs(said - minutes) > slack)
    .slice(0, 1)
    .map(({ at, said }) => ({ at, words: { said: String(said), minutes: String(minutes) } }));
}

/** Units that the text names are those to which the minutes come, where the service is billed by units. */
export function unitsInWords(facts: NoteFacts, { patterns }: CheckOf<'units-in-words'>): Place[] {
  const minutes = minutesOf(facts);
  if (minutes === null || facts.unitMinutes === null) return [];
  const units = timedUnits(minutes, facts.unitMinutes);
  return numbersIn(facts, patterns)
    .filter(({ said }) => said !== units)
    .slice(0, 1)
    .map(({ at, said }) => ({ at, words: { said: String(said), minutes: String(minutes), units: String(units) } }));
}
