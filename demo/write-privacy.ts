import type pg from 'pg';
import { kinds } from '#server/privacy/index.ts';
import type { Cast } from './cast.ts';
import { copyRows } from './copy.ts';
import { payers, programs } from './organisation.ts';
import type { Chance } from './random.ts';
import type { CastPerson } from './write-people.ts';

const founded = Temporal.Instant.from('2025-01-06T17:00:00Z');
const firstDay = Temporal.PlainDate.from('2025-01-01');

/** Those outside with whom the organisation works, besides its payers. All of them are invented. */
const outside = [
  ['Sandbox Clearinghouse', 'vendor', 'business-associate', 'clearinghouse', null, 'support@clearinghouse.example'],
  ['Sandbox Mail Relay', 'vendor', 'business-associate', 'mail', null, 'desk@mail.example'],
  ['Sandbox Message Service', 'vendor', 'business-associate', 'text-messages', null, 'desk@messages.example'],
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

function formOf({ facts }: CastPerson, cast: Cast) {
  return {
    kind: 'tpo',
    language: 'en',
    patientName: `${facts.given} ${facts.family}`,
    disclosers: programs.filter(({ part2 }) => part2).map(({ key, name }) => ({ programId: cast.programIds[key], name })),
    classes: 'all',
    excludedLabels: [],
    from: null,
    to: null,
    recipients: ['treating-providers', 'health-plans', 'third-party-payers', 'people-helping-to-operate'].map((named) => ({ kind: 'class', class: named })),
    purposes: ['TREAT', 'HPAYMT', 'HOPERAT'],
    expiry: { kind: 'none' },
    statements: kinds.tpo.statements,
    irrevocableUntil: null,
  };
}

/** Writes a signed consent for treatment, payment and operations for each of these people whose program is under Part 2 (42 CFR 2.31, 2.33(a)(2)). */
export async function writeConsents(client: pg.Client, chance: Chance, cast: Cast, people: readonly CastPerson[]): Promise<void> {
  const under = new Set<string>(programs.filter(({ part2 }) => part2).map(({ key }) => key));
  await copyRows(
    client,
    'privacy.consent',
    ['id', 'patient_id', 'program_id', 'kind', 'state', 'form', 'form_version', 'form_digest', 'drawn_up_at', 'drawn_up_by', 'signatures', 'signed_at'],
    people
      .filter(({ facts }) => under.has(facts.program))
      .map((person) => {
        const at = person.registeredAt;
        const signature = { signer: signerOf(person), name: `${person.facts.given} ${person.facts.family}`, at: at.toString(), method: 'paper', drawing: null };
        const form = { json: formOf(person, cast) };
        const drawnUpBy = cast.personaIds['front-desk'];
        return [chance.uuid(at), person.id, cast.programIds[person.facts.program], 'tpo', 'active', form, 'demo', 'demo', at, drawnUpBy, { json: [signature] }, at];
      }),
  );
}
