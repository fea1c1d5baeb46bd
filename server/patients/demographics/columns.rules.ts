import type { Updateable } from 'kysely';
import type { z } from 'zod';
import type { PatientChanges } from './demographics.contract.ts';
import type { DemographicTables } from './person.ts';
import { addressColumns } from './person.rules.ts';

type Changes = z.output<typeof PatientChanges>;
type Columns = Updateable<DemographicTables['patients.patient']>;

const plain = [
  'givenName',
  'middleName',
  'familyName',
  'suffix',
  'nameToUse',
  'pronouns',
  'sexAtBirth',
  'administrativeSex',
  'genderIdentity',
  'sexualOrientation',
  'language',
  'needsInterpreter',
  'race',
  'ethnicity',
  'tribalAffiliation',
  'occupation',
  'industry',
  'phone',
  'phoneKind',
  'otherPhone',
  'otherPhoneKind',
  'email',
] as const;

/** An emptied field is a cleared one. */
function cleared(value: unknown): unknown {
  return value === '' ? null : value;
}

/** What was sent as columns of the table; what was not sent is not among them. */
export function columnsOf(changes: Changes): Columns {
  const same = Object.fromEntries(plain.flatMap((field) => (changes[field] === undefined ? [] : [[field, cleared(changes[field])]]))) as Columns;
  return {
    ...same,
    ...(changes.birthDate === undefined ? {} : { birthDate: Temporal.PlainDate.from(changes.birthDate) }),
    ...(changes.deceasedOn === undefined ? {} : { deceasedOn: changes.deceasedOn === null ? null : Temporal.PlainDate.from(changes.deceasedOn) }),
    ...(changes.address === undefined ? {} : addressColumns(changes.address)),
  };
}

/** Names of the fields that were sent, for the audit; never their values. */
export function fieldsSent(changes: object): string[] {
  return Object.entries(changes).flatMap(([field, value]) => (value === undefined ? [] : [field]));
}
