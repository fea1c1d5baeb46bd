import type pg from 'pg';
import { mrnOf, searchNamesOf, searchNumbersOf, searchSpellingsOf, type Searchable } from '#server/patients/index.ts';
import type { Cast } from './cast.ts';
import { copyRows, type CopyValue } from './copy.ts';
import type { DemoPerson } from './people.ts';

/** A person of the story with the identifiers under which it is kept. */
export interface CastPerson {
  readonly id: string;
  readonly mrn: string;
  readonly facts: DemoPerson;
  readonly registeredAt: Temporal.Instant;
}

// Where the sequence of the database starts; the loader moves it on behind those it has given out.
const firstNumber = 100_001;

/** The medical record number of the nth person of a story. */
export function mrnAt(index: number): string {
  return mrnOf(firstNumber + index);
}

const patientColumns = [
  'id',
  'mrn',
  'given_name',
  'middle_name',
  'family_name',
  'name_to_use',
  'pronouns',
  'birth_date',
  'sex_at_birth',
  'administrative_sex',
  'language',
  'race',
  'ethnicity',
  'phone',
  'phone_kind',
  'email',
  'address_line1',
  'city',
  'state',
  'zip',
  'registered_at',
  'updated_at',
];

function patientRow({ id, mrn, facts, registeredAt }: CastPerson): readonly CopyValue[] {
  const { address } = facts;
  return [
    id,
    mrn,
    facts.given,
    facts.middle,
    facts.family,
    facts.nameToUse,
    facts.pronouns,
    facts.birthDate,
    facts.sex,
    facts.sex,
    facts.language,
    [facts.race],
    [facts.ethnicity],
    facts.phone,
    'mobile',
    facts.email,
    address.line1,
    address.city,
    address.state,
    address.zip,
    registeredAt,
    registeredAt,
  ];
}

function searchableOf({ mrn, facts }: CastPerson): Searchable {
  return { mrn, givenName: facts.given, nameToUse: facts.nameToUse, familyName: facts.family, birthDate: facts.birthDate, phone: facts.phone, otherPhone: null };
}

function* nameRows(people: readonly CastPerson[], { programIds }: Cast): Generator<readonly CopyValue[]> {
  for (const person of people) for (const { first, second } of searchNamesOf(searchableOf(person))) yield [programIds[person.facts.program], first, second, person.id];
}

function* numberRows(people: readonly CastPerson[], { programIds }: Cast): Generator<readonly CopyValue[]> {
  for (const person of people) for (const number of searchNumbersOf(searchableOf(person))) yield [programIds[person.facts.program], number, person.id];
}

/** Spellings are kept once a program, so those of common names are written only the first time. */
function* spellingRows(people: readonly CastPerson[], { programIds }: Cast, seen: Set<string>): Generator<readonly CopyValue[]> {
  for (const person of people) {
    const program = programIds[person.facts.program];
    const names = `${program}${person.facts.given}|${person.facts.nameToUse ?? ''}|${person.facts.family}`;
    if (seen.has(names)) continue;
    seen.add(names);
    for (const { variant, namePart } of searchSpellingsOf(searchableOf(person))) {
      const key = `${program}${variant} ${namePart}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield [program, variant, namePart];
    }
  }
}

function* coverageRows(people: readonly CastPerson[], payerIds: ReadonlyMap<string, string>): Generator<readonly CopyValue[]> {
  for (const { id, facts } of people) {
    const { coverage, address } = facts;
    const payerId = coverage && payerIds.get(coverage.payer);
    if (!coverage || !payerId) continue;
    const { subscriber } = coverage;
    const subscriberPart = subscriber
      ? [subscriber.given, subscriber.family, subscriber.birthDate, subscriber.sex, address.line1, address.city, address.state, address.zip]
      : Array<null>(8).fill(null);
    yield [id, payerId, 1, coverage.memberId, coverage.groupNumber, coverage.relationship, ...subscriberPart, Temporal.PlainDate.from('2025-01-01')];
  }
}

const coverageColumns = [
  'patient_id',
  'payer_id',
  'rank',
  'member_id',
  'group_number',
  'relationship',
  'subscriber_given_name',
  'subscriber_family_name',
  'subscriber_birth_date',
  'subscriber_sex',
  'subscriber_line1',
  'subscriber_city',
  'subscriber_state',
  'subscriber_zip',
  'valid_from',
];

/** Writes people with their search entries, contacts and coverages. `seenSpellings` is kept between batches of one load. */
export async function writePeople(
  client: pg.Client,
  cast: Cast,
  people: readonly CastPerson[],
  payerIds: ReadonlyMap<string, string>,
  seenSpellings = new Set<string>(),
): Promise<void> {
  await copyRows(
    client,
    'privacy.patient_program',
    ['patient_id', 'program_id', 'since'],
    people.map(({ id, facts, registeredAt }) => [id, cast.programIds[facts.program], registeredAt]),
  );
  await copyRows(client, 'patients.patient', patientColumns, people.map(patientRow));
  await copyRows(client, 'patients.search_name', ['program_id', 'first', 'second', 'patient_id'], nameRows(people, cast));
  await copyRows(client, 'patients.search_number', ['program_id', 'number', 'patient_id'], numberRows(people, cast));
  // Earlier loads may have brought the same names: through a table of this connection's own, repeats fall away.
  await client.query('create temporary table if not exists loaded_spelling (program_id uuid, variant bigint, name_part bigint)');
  await copyRows(client, 'loaded_spelling', ['program_id', 'variant', 'name_part'], spellingRows(people, cast, seenSpellings));
  await client.query('insert into patients.search_spelling select * from loaded_spelling on conflict do nothing');
  await client.query('truncate loaded_spelling');
  await copyRows(client, 'patients.coverage', coverageColumns, coverageRows(people, payerIds));
  await copyRows(
    client,
    'patients.contact',
    ['patient_id', 'name', 'kind', 'relationship', 'phone', 'may_contact', 'may_leave_message', 'may_discuss_care'],
    people.map(({ id, facts }) => [id, facts.emergencyContact.name, 'emergency', facts.emergencyContact.relationship, facts.emergencyContact.phone, true, false, false]),
  );
}
