import type { payers, ProgramKey } from './organisation.ts';
import { familyNames, givenNames, streetKinds, streets, towns } from './names.ts';
import type { Chance } from './random.ts';

/** Where an invented person lives. `zip` has nine digits. */
export interface DemoAddress {
  readonly line1: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
}

/** An insurance of an invented person; `relationship` is the X12 code of the subscriber's relation (18 is self). */
export interface DemoCoverage {
  readonly payer: (typeof payers)[number]['key'];
  readonly memberId: string;
  readonly groupNumber: string | null;
  readonly relationship: '18' | '01' | '19';
  readonly subscriber: { readonly given: string; readonly family: string; readonly birthDate: Temporal.PlainDate; readonly sex: 'F' | 'M' } | null;
}

/** An invented person as the front desk would know them. */
export interface DemoPerson {
  readonly given: string;
  readonly middle: string | null;
  readonly family: string;
  readonly nameToUse: string | null;
  readonly pronouns: string | null;
  readonly sex: 'F' | 'M';
  readonly birthDate: Temporal.PlainDate;
  readonly language: string;
  readonly race: string;
  readonly ethnicity: string;
  readonly phone: string;
  readonly email: string | null;
  readonly address: DemoAddress;
  readonly program: ProgramKey;
  readonly coverage: DemoCoverage | null;
  readonly emergencyContact: { readonly name: string; readonly relationship: string; readonly phone: string };
  /** Conditions by ICD-10-CM code, the principal one first. */
  readonly diagnoses: readonly string[];
}

const shareOfProgram: readonly (readonly [ProgramKey, number])[] = [
  ['outpatient', 44],
  ['psychiatry', 20],
  ['iop', 12],
  ['otp', 14],
  ['php', 5],
  ['residential', 5],
];

const conditions: Readonly<Record<ProgramKey, readonly (readonly string[])[]>> = {
  outpatient: [['F33.1', 'F41.1'], ['F41.1'], ['F43.10'], ['F32.1'], ['F40.10'], ['F43.23'], ['F90.2'], ['F60.3', 'F33.1']],
  psychiatry: [['F31.81'], ['F33.2'], ['F20.9'], ['F41.1', 'F51.01'], ['F90.0'], ['F25.0']],
  iop: [['F10.20', 'F33.1'], ['F15.20'], ['F10.20'], ['F14.20', 'F43.10']],
  php: [['F33.2', 'F41.1'], ['F31.4'], ['F43.10', 'F33.2']],
  residential: [['F10.20', 'F41.1'], ['F15.20', 'F33.1'], ['F11.20']],
  otp: [['F11.20'], ['F11.20', 'F33.1'], ['F11.20', 'F43.10']],
};

const races = [
  ['2106-3', 58],
  ['2054-5', 12],
  ['2028-9', 10],
  ['1002-5', 4],
  ['2076-8', 2],
  ['2131-1', 14],
] as const;
const digits = (chance: Chance, count: number) => Array.from({ length: count }, () => chance.between(0, 9)).join('');

function addressOf(chance: Chance, town: (typeof towns)[number]): DemoAddress {
  return {
    line1: `${chance.between(10, 9899)} ${chance.one(streets)} ${chance.one(streetKinds)}`,
    city: town.city,
    state: town.state,
    zip: `${town.zip}${chance.between(1000, 9999)}`,
  };
}

function birthDateOf(chance: Chance, today: Temporal.PlainDate, program: ProgramKey): Temporal.PlainDate {
  const youngest = program === 'outpatient' || program === 'psychiatry' ? 9 : 18;
  const years = chance.weighted([
    [chance.between(youngest, 25), 25],
    [chance.between(26, 45), 45],
    [chance.between(46, 82), 30],
  ]);
  return today.subtract({ years, days: chance.between(0, 364) });
}

function coverageOf(chance: Chance, birthDate: Temporal.PlainDate, today: Temporal.PlainDate, family: string): DemoCoverage | null {
  const age = today.since(birthDate, { largestUnit: 'years' }).years;
  if (chance.happens(0.06)) return null;
  const payer =
    age >= 65
      ? 'medicare'
      : chance.weighted([
          ['evergreen', 30],
          ['cascade-blue', 22],
          ['state-medicaid', 38],
          ['sound-military', 10],
        ] as const);
  const own = payer === 'medicare' || payer === 'state-medicaid';
  const relationship = own
    ? '18'
    : age < 26
      ? '19'
      : chance.weighted([
          ['18', 80],
          ['01', 20],
        ] as const);
  const parentYears = relationship === '19' ? chance.between(22, 38) : chance.between(-4, 4);
  const sex = chance.one(['F', 'M'] as const);
  const subscriber = relationship === '18' ? null : { given: chance.one(givenNames[sex]), family, sex, birthDate: birthDate.subtract({ years: parentYears }) };
  return { payer, memberId: `${payer.slice(0, 1).toUpperCase()}${digits(chance, 9)}`, groupNumber: own ? null : `GRP${digits(chance, 5)}`, relationship, subscriber };
}

/** Invents one person. `today` only bounds the ages. */
export function personOf(chance: Chance, today: Temporal.PlainDate): DemoPerson {
  const sex = chance.one(['F', 'M'] as const);
  const given = chance.one(givenNames[sex]);
  const family = chance.one(familyNames);
  const program = chance.weighted(shareOfProgram);
  const town = chance.one(towns);
  const birthDate = birthDateOf(chance, today, program);
  const phone = () => `${town.areaCode}555${digits(chance, 4)}`;
  const pronouns = chance.weighted([
    [sex === 'F' ? 'she/her' : 'he/him', 70],
    [null, 24],
    ['they/them', 6],
  ] as const);
  return {
    given,
    family,
    sex,
    birthDate,
    program,
    pronouns,
    middle: chance.happens(0.3) ? chance.one(givenNames[sex]) : null,
    nameToUse: chance.happens(0.12) ? chance.one(givenNames[chance.one(['F', 'M'] as const)]) : null,
    language: chance.weighted([
      ['en', 86],
      ['es', 10],
      ['vi', 4],
    ] as const),
    race: chance.weighted(races),
    ethnicity: chance.weighted([
      ['2186-5', 82],
      ['2135-2', 18],
    ] as const),
    phone: phone(),
    email: chance.happens(0.7) ? `${given}.${family}${chance.between(1, 99)}@example.com`.toLowerCase().replaceAll(/[^a-z0-9.@]/g, '') : null,
    address: addressOf(chance, town),
    coverage: coverageOf(chance, birthDate, today, family),
    emergencyContact: {
      name: `${chance.one(givenNames[chance.one(['F', 'M'] as const)])} ${family}`,
      relationship: chance.one(['PRN', 'SPS', 'SIB', 'FRND'] as const),
      phone: phone(),
    },
    diagnoses: chance.one(conditions[program]),
  };
}
