import type { Chance } from './random.ts';
import { familyNames, givenNames } from './names.ts';

/** The demo organisation as plain facts; nothing here knows a table. All of it is invented. */
export const organisation = {
  name: 'Harbor Behavioral Health',
  taxId: '912345678',
  npi: npiOf(120_000_001),
  taxonomy: '261QM0801X',
  phone: '2535550100',
  email: 'hello@harbor.example',
  address: { line1: '410 Harbor Street', city: 'Tacoma', state: 'WA', zip: '984021234' },
} as const;

export const sites = [
  {
    key: 'harbor-point',
    name: 'Harbor Point',
    npi: npiOf(120_000_002),
    phone: '2535550110',
    timeZone: 'America/Los_Angeles',
    address: { line1: '410 Harbor Street', city: 'Tacoma', state: 'WA', zip: '984021234' },
  },
  {
    key: 'cedar-house',
    name: 'Cedar House',
    npi: npiOf(120_000_003),
    phone: '3605550120',
    timeZone: 'America/Los_Angeles',
    address: { line1: '88 Cedar Lane', city: 'Olympia', state: 'WA', zip: '985011102' },
  },
  {
    key: 'bridge-clinic',
    name: 'Bridge Clinic',
    npi: npiOf(120_000_004),
    phone: '3605550130',
    timeZone: 'America/Los_Angeles',
    address: { line1: '1200 Bridge Road', city: 'Bremerton', state: 'WA', zip: '983370457' },
  },
] as const;

export type SiteKey = (typeof sites)[number]['key'];

/** Part 2 status by 42 CFR 2.11: the unit holds itself out as giving SUD treatment and is federally assisted. */
const holdsOutSud = 'Holds itself out as providing SUD treatment; Medicaid participation (42 CFR 2.11, 2.12(b))';
const notSud = 'General mental health unit; does not hold itself out as providing SUD treatment (42 CFR 2.11)';

export const programs = [
  { key: 'outpatient', name: 'Outpatient Therapy', site: 'harbor-point', kind: 'outpatient', levelOfCare: 'MH-OP', placeOfService: '11', part2: false, basis: notSud },
  { key: 'psychiatry', name: 'Psychiatry', site: 'harbor-point', kind: 'psychiatry', levelOfCare: 'MH-OP', placeOfService: '11', part2: false, basis: notSud },
  { key: 'iop', name: 'Recovery IOP', site: 'harbor-point', kind: 'iop', levelOfCare: 'ASAM-2.1', placeOfService: '57', part2: true, basis: holdsOutSud },
  { key: 'php', name: 'Partial Hospital Program', site: 'harbor-point', kind: 'php', levelOfCare: 'MH-PHP', placeOfService: '52', part2: false, basis: notSud },
  {
    key: 'residential',
    name: 'Cedar House Residential',
    site: 'cedar-house',
    kind: 'residential',
    levelOfCare: 'ASAM-3.5',
    placeOfService: '55',
    part2: true,
    basis: holdsOutSud,
  },
  {
    key: 'otp',
    name: 'Bridge Opioid Treatment Program',
    site: 'bridge-clinic',
    kind: 'otp',
    levelOfCare: 'ASAM-OTP',
    placeOfService: '58',
    part2: true,
    basis: holdsOutSud,
  },
] as const;

export type ProgramKey = (typeof programs)[number]['key'];
export type RoleKey =
  | 'therapist'
  | 'prescriber'
  | 'nurse'
  | 'case-manager'
  | 'peer'
  | 'front-desk'
  | 'biller'
  | 'clinical-director'
  | 'executive'
  | 'privacy-officer'
  | 'administrator';

/** One person on the staff. `persona` marks those whom the demo offers by name on its sign-in page. */
export interface DemoStaff {
  readonly given: string;
  readonly family: string;
  readonly role: RoleKey;
  readonly credential: string | null;
  readonly taxonomy: string | null;
  readonly npi: string | null;
  readonly programs: readonly ProgramKey[];
  readonly persona: boolean;
  readonly supervisedBy?: string;
}

const everywhere = programs.map((program) => program.key);
const taxonomies: Readonly<Record<string, string>> = {
  LMHC: '101YM0800X',
  LICSW: '1041C0700X',
  LMFT: '106H00000X',
  SUDP: '101YA0400X',
  PhD: '103TC0700X',
  MD: '2084P0800X',
  PMHNP: '363LP0808X',
  RN: '163WP0808X',
  trainee: '390200000X',
};

/** A well-formed National Provider Identifier: nine digits and the check digit (Luhn over 80840 + NPI). */
export function npiOf(nineDigits: number): string {
  const digits = `80840${nineDigits}`.split('').map(Number).toReversed();
  const sum = digits.reduce((total, digit, place) => total + (place % 2 === 0 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit), 0);
  return `${nineDigits}${(10 - (sum % 10)) % 10}`;
}

type Persona = readonly [given: string, family: string, role: RoleKey, credential: string | null, programs: readonly ProgramKey[]];

const personas: readonly Persona[] = [
  ['Ana', 'Rivera', 'therapist', 'LMHC', ['outpatient', 'iop', 'php']],
  ['Naomi', 'Okafor', 'prescriber', 'MD', ['psychiatry', 'outpatient', 'php']],
  ['Grace', 'Kim', 'nurse', 'RN', ['residential', 'otp']],
  ['Marcus', 'Bell', 'case-manager', null, ['iop', 'residential', 'otp']],
  ['Tyrone', 'Brooks', 'peer', null, ['iop', 'residential', 'otp']],
  ['Elena', 'Torres', 'front-desk', null, everywhere],
  ['Paul', 'Novak', 'biller', null, everywhere],
  ['Ruth', 'Weber', 'clinical-director', 'PhD', everywhere],
  ['Judith', 'Cox', 'privacy-officer', null, everywhere],
  ['Sam', 'Patel', 'administrator', null, everywhere],
];

const others: readonly (readonly [RoleKey, number, readonly (string | null)[], readonly (readonly ProgramKey[])[]])[] = [
  ['therapist', 13, ['LMHC', 'LICSW', 'LMFT', 'SUDP'], [['outpatient'], ['outpatient', 'php'], ['iop', 'outpatient'], ['residential'], ['otp', 'iop']]],
  ['prescriber', 3, ['MD', 'PMHNP'], [['psychiatry'], ['otp', 'residential'], ['psychiatry', 'php']]],
  ['nurse', 4, ['RN'], [['otp'], ['residential'], ['php', 'psychiatry']]],
  ['case-manager', 3, [null], [['outpatient', 'iop'], ['residential'], ['otp']]],
  ['peer', 2, [null], [['iop'], ['otp', 'residential']]],
  ['front-desk', 3, [null], [['outpatient', 'psychiatry', 'iop', 'php'], ['residential'], ['otp']]],
  ['biller', 1, [null], [everywhere]],
];

function oneOf(chance: Chance, role: RoleKey, credential: string | null, own: readonly ProgramKey[], serial: number): DemoStaff {
  const given = chance.one(givenNames[chance.happens(0.6) ? 'F' : 'M']);
  return {
    given,
    family: chance.one(familyNames),
    role,
    credential,
    taxonomy: credential ? (taxonomies[credential] ?? null) : null,
    npi: credential ? npiOf(130_000_100 + serial) : null,
    programs: own,
    persona: false,
  };
}

/** Who runs the house as a whole and treats nobody. */
export const executive: DemoStaff = {
  given: 'Helen',
  family: 'Marsh',
  role: 'executive',
  credential: null,
  taxonomy: null,
  npi: null,
  programs: everywhere,
  persona: true,
};

/** Forty people: ten of eleven personas, a trainee under supervision, and the rest of the house. */
export function staffOf(chance: Chance): DemoStaff[] {
  const named = personas.map(
    ([given, family, role, credential, own], index): DemoStaff => ({
      given,
      family,
      role,
      credential,
      programs: own,
      persona: true,
      taxonomy: credential ? (taxonomies[credential] ?? null) : null,
      npi: credential ? npiOf(130_000_000 + index) : null,
    }),
  );
  const trainee: DemoStaff = {
    given: 'Leila',
    family: 'Hassan',
    role: 'therapist',
    credential: 'trainee',
    taxonomy: '390200000X',
    npi: npiOf(130_000_050),
    programs: ['outpatient'],
    persona: false,
    supervisedBy: 'Ana Rivera',
  };
  const rest = others.flatMap(([role, count, credentials, rooms]) =>
    Array.from({ length: count }, (_unused, index) =>
      oneOf(chance, role, credentials[index % credentials.length] ?? null, rooms[index % rooms.length] ?? everywhere, index * 10 + role.length),
    ),
  );
  return [...named, trainee, ...rest];
}

/** Payers of the demo region; ids are invented. `filingIndicator` is X12 837 SBR09. */
export const payers = [
  { key: 'evergreen', name: 'Evergreen Health Plan', electronicId: '60054', filingIndicator: 'CI', contractShare: 0.72 },
  { key: 'cascade-blue', name: 'Cascade Blue', electronicId: '00932', filingIndicator: 'BL', contractShare: 0.78 },
  { key: 'state-medicaid', name: 'State Medicaid', electronicId: '77032', filingIndicator: 'MC', contractShare: 0.55 },
  { key: 'medicare', name: 'Medicare Part B', electronicId: '02402', filingIndicator: 'MB', contractShare: 0.6 },
  { key: 'sound-military', name: 'Sound Military Health', electronicId: '99726', filingIndicator: 'CH', contractShare: 0.65 },
] as const;
