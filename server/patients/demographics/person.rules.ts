import type { PatientRow, PostalAddress } from './person.ts';

/** The calendar day of a moment in Coordinated Universal Time. */
export function dayOf(moment: Temporal.Instant): Temporal.PlainDate {
  return moment.toZonedDateTimeISO('UTC').toPlainDate();
}

/** Whole years lived on a day; of someone who has died, on the day of death. */
export function ageOn(birthDate: Temporal.PlainDate, day: Temporal.PlainDate, deceasedOn: Temporal.PlainDate | null = null): number {
  const until = deceasedOn ?? day;
  return Math.max(0, birthDate.until(until, { largestUnit: 'years' }).years);
}

interface Named {
  readonly givenName: string;
  readonly familyName: string;
  readonly nameToUse: string | null;
}

/** How a person is called: the name to use, else the given name, and the family name. */
export function displayNameOf(person: Named): string {
  return `${person.nameToUse || person.givenName} ${person.familyName}`;
}

/** The name on record when it differs from how the person is called, else null. */
export function legalNameOf(person: Named): string | null {
  return person.nameToUse && person.nameToUse !== person.givenName ? `${person.givenName} ${person.familyName}` : null;
}

/** The address of a row, or null when there is none. */
export function addressOf(row: {
  addressLine1: string | null;
  addressLine2: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
}): PostalAddress | null {
  const { addressLine1: line1, addressLine2: line2, city, state, zip } = row;
  return line1 !== null && city !== null && state !== null && zip !== null ? { line1, line2, city, state, zip } : null;
}

/** An address as columns; null clears it. */
export function addressColumns(address: { line1: string; line2?: string | null | undefined; city: string; state: string; zip: string } | null | undefined) {
  return {
    addressLine1: address?.line1 ?? null,
    addressLine2: address?.line2 ?? null,
    city: address?.city ?? null,
    state: address?.state ?? null,
    zip: address?.zip ?? null,
  };
}

/** Obstacles in a person's own facts: dates that cannot be. */
export function obstaclesInDates(birthDate: Temporal.PlainDate, deceasedOn: Temporal.PlainDate | null, today: Temporal.PlainDate) {
  const isAfter = (left: Temporal.PlainDate, right: Temporal.PlainDate) => Temporal.PlainDate.compare(left, right) > 0;
  return [
    ...(isAfter(birthDate, today) ? [{ code: 'patient.born-in-future', says: 'The birth date lies in the future.', at: 'birthDate' }] : []),
    ...(birthDate.year < 1850 ? [{ code: 'patient.born-long-ago', says: 'The birth date lies too far back. Check the year.', at: 'birthDate' }] : []),
    ...(deceasedOn && isAfter(deceasedOn, today) ? [{ code: 'patient.dies-in-future', says: 'The date of death lies in the future.', at: 'deceasedOn' }] : []),
    ...(deceasedOn && isAfter(birthDate, deceasedOn)
      ? [{ code: 'patient.died-before-birth', says: 'The date of death lies before the birth date.', at: 'deceasedOn' }]
      : []),
  ];
}

/** Which of the searched facts differ between two states of a person. */
export function isSearchedDifferently(before: PatientRow, after: PatientRow): boolean {
  const facts = (row: PatientRow) => [row.givenName, row.familyName, row.nameToUse, row.birthDate.toString(), row.phone, row.otherPhone].join('\n');
  return facts(before) !== facts(after);
}
