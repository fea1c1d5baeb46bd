import type { Expected, Told } from './kiosk.ts';

/** A name as it is compared: without accents, case, spaces and signs, so that "Núñez-Ortiz" is found by "nunez ortiz". */
export function folded(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
}

function isSame(expected: Expected, told: Told, digits: number): boolean {
  const given = folded(told.givenName);
  // Every part is compared, whichever fails: that it takes as long tells nothing.
  const parts = [
    given !== '' && [expected.givenName, expected.nameToUse].some((name) => folded(name) === given),
    folded(told.familyName) !== '' && folded(expected.familyName) === folded(told.familyName),
    expected.birthDate.toString() === told.birthDate,
    expected.phone !== null && told.phoneDigits.length === digits && expected.phone.endsWith(told.phoneDigits),
  ];
  return parts.every(Boolean);
}

/** The next visit of whoever told this of themself; undefined for nobody, and when two people fit: then the desk must look. */
export function visitOf(expected: readonly Expected[], told: Told, digits: number): Expected | undefined {
  const fitting = expected.filter((one) => isSame(one, told, digits));
  const people = new Set(fitting.map(({ patientId }) => patientId));
  return people.size === 1 ? fitting.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))[0] : undefined;
}

/** Until when a kiosk takes no more guesses; undefined when it does. */
export function pausedUntil(
  failedAt: readonly Temporal.Instant[],
  { failures, windowMinutes, pauseMinutes }: { failures: number; windowMinutes: number; pauseMinutes: number },
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  const newestFirst = failedAt.toSorted((a, b) => Temporal.Instant.compare(b, a));
  const [last, first] = [newestFirst[0], newestFirst[failures - 1]];
  if (!last || !first || Temporal.Instant.compare(first.add({ minutes: windowMinutes }), last) < 0) return undefined;
  const until = last.add({ minutes: pauseMinutes });
  return Temporal.Instant.compare(until, now) > 0 ? until : undefined;
}
