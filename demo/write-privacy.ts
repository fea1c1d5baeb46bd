import type pg from 'pg';
import type { Cast } from './cast.ts';
import { copyRows } from './copy.ts';
import { payers } from './organisation.ts';
import type { Chance } from './random.ts';
import type { CastPerson } from './write-people.ts';

const founded = Temporal.Instant.from('2025-01-06T17:00:00Z');
const firstDay = Temporal.PlainDate.from('2025-01-01');

/** Those outside with whom the organisation works, besides its payers. All of them are invented. */
const outside = [
  ['Sandbox Clearinghouse', 'vendor', 'business-associate', 'clearinghouse', null, 'support@clearinghouse.example'],
  ['Sandbox Mail Relay', 'vendor', 'business-associate', 'mail', null, 'desk@mail.example'],
  ['Sandbox Fax Relay', 'vendor', 'business-associate', 'fax', null, 'desk@fax.example'],
  ['Sandbox Storage', 'vendor', 'business-associate', 'storage', null, 'desk@storage.example'],
  ['Cedar Family Medicine', 'provider', 'covered-entity', null, '2535550141', 'records@cedar-family.example'],
  ["St. Mary's Emergency Department", 'provider', 'covered-entity', null, '2535550142', 'ed@st-marys.example'],
  ['Pierce County Superior Court', 'court', 'neither', null, '2535550143', null],
  ['Puget Benefit Fund', 'employer', 'neither', null, null, 'hr@puget.example'],
] as const;

/** Writes the directory: payers under their own ids, and those outside with the agreements under which the integrations run. Answers the ids by name. */
export async function writeParties(client: pg.Client, chance: Chance, payerIds: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>(outside.map(([name]) => [name, chance.uuid(founded)]));
  const place = ['600 Harbor Street', 'Tacoma', 'WA', '98402'];
  await copyRows(
    client,
    'privacy.party',
    ['id', 'name', 'kind', 'legal_status', 'fax', 'email', 'address_line1', 'city', 'state', 'zip', 'created_at'],
    [
      ...payers.map(({ key, name }) => [payerIds.get(key) ?? '', name, 'health-plan', 'covered-entity', null, null, ...place, founded]),
      ...outside.map(([name, kind, status, , fax, email]) => [ids.get(name) ?? '', name, kind, status, fax, email, ...place, founded]),
    ],
  );
  await copyRows(
    client,
    'privacy.agreement',
    ['id', 'party_id', 'kind', 'integration', 'scope', 'purposes', 'valid_from', 'recorded_at'],
    outside.flatMap(([name, , , integration]) =>
      integration
        ? [
            [
              chance.uuid(founded),
              ids.get(name) ?? '',
              'qsoa',
              integration,
              `Carries what the organisation sends through ${name}`,
              ['TREAT', 'HPAYMT', 'HOPERAT'],
              firstDay,
              founded,
            ],
          ]
        : [],
    ),
  );
  return ids;
}

function signerOf({ facts, registeredAt }: CastPerson): string {
  const age = facts.birthDate.until(registeredAt.toZonedDateTimeISO('America/Los_Angeles').toPlainDate(), { largestUnit: 'years' }).years;
  // Washington lets those of 13 and more consent to outpatient care alone (RCW 71.34.530).
  return age >= 18 ? 'patient' : age >= 13 ? 'minor-patient' : 'parent';
}

/** Writes a signed consent for treatment, payment and operations for each of these people (42 CFR 2.31, 2.33(a)(2)). */
export async function writeConsents(client: pg.Client, chance: Chance, cast: Cast, people: readonly CastPerson[]): Promise<void> {
  await copyRows(
    client,
    'privacy.consent_on_file',
    ['id', 'patient_id', 'program_id', 'facts'],
    people.map((person) => {
      const id = chance.uuid(person.registeredAt);
      const facts = {
        id,
        kind: 'tpo',
        disclosers: Object.values(cast.programIds),
        recipients: ['treating-providers', 'health-plans', 'third-party-payers', 'people-helping-to-operate'].map((named) => ({ kind: 'class', class: named })),
        purposes: ['TREAT', 'HPAYMT', 'HOPERAT'],
        scope: { classes: 'all', excludedLabels: [], from: null, to: null },
        expiry: { kind: 'none' },
        signedAt: person.registeredAt.toString(),
        signer: signerOf(person),
        irrevocableUntil: null,
        missingElements: [],
        supersedes: null,
        fundraisingOptOutOffered: true,
      };
      return [id, person.id, cast.programIds[person.facts.program], { json: facts }];
    }),
  );
}
