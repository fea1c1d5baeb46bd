import type { ClaimDate, LineDrug } from '#server/formats/x12/index.ts';
import type { BillingName, ClinicianKind } from './organisations.ts';

/** One service of an encounter. `day` counts from the first day of the claim. */
export interface Service {
  readonly code: string;
  readonly modifiers?: readonly string[];
  readonly chargeCents: number;
  readonly units?: number;
  readonly day?: number;
  readonly throughDay?: number;
  readonly note?: string;
  readonly description?: string;
  readonly placeOfService?: string;
  readonly drug?: LineDrug;
}

/** An encounter, or a week of them, as it is billed. */
export interface Encounter {
  readonly name: string;
  readonly billing: BillingName;
  readonly clinician: ClinicianKind;
  readonly placeOfService: string;
  readonly diagnoses: readonly string[];
  readonly services: readonly Service[];
  /** Age of the patient in years. */
  readonly age?: readonly [number, number];
  readonly facility?: 'second-site' | 'hospital';
  readonly isSupervised?: boolean;
  readonly isReferred?: boolean;
  readonly needsAuthorization?: boolean;
  readonly isDrugTest?: boolean;
  readonly frequency?: '7' | '8';
  readonly dates?: readonly ClaimDate['kind'][];
  readonly note?: string;
}

const depression = ['F33.1', 'F41.1'];
const trauma = ['F43.10', 'F33.2', 'G47.00'];
const opioids = ['F11.20'];
const alcohol = ['F10.20', 'F41.9'];
const childhood = ['F90.2', 'F91.3'];
const psychosis = ['F25.0', 'F17.210', 'Z91.148'];

const daily = (service: Service, days: readonly number[]): Service[] => days.map((day) => ({ ...service, day }));

const outpatient: readonly Encounter[] = [
  {
    name: 'individual hour in the office',
    billing: 'clinic',
    clinician: 'social-worker',
    placeOfService: '11',
    diagnoses: depression,
    services: [{ code: '90837', modifiers: ['AJ'], chargeCents: 18500 }],
  },
  {
    name: 'individual by video at home',
    billing: 'clinic',
    clinician: 'counselor',
    placeOfService: '10',
    diagnoses: depression,
    services: [{ code: '90834', modifiers: ['HO', '95'], chargeCents: 14250 }],
  },
  {
    name: 'individual by telephone at home',
    billing: 'clinic',
    clinician: 'counselor',
    placeOfService: '10',
    diagnoses: ['F41.1'],
    services: [{ code: '90832', modifiers: ['93'], chargeCents: 9675 }],
  },
  {
    name: 'individual by video at a school',
    billing: 'clinic',
    clinician: 'social-worker',
    placeOfService: '02',
    diagnoses: childhood,
    age: [7, 17],
    services: [{ code: '90834', modifiers: ['AJ', '95'], chargeCents: 14250 }],
  },
  {
    name: 'intake',
    billing: 'clinic',
    clinician: 'psychologist',
    placeOfService: '11',
    diagnoses: trauma,
    services: [{ code: '90791', modifiers: ['AH'], chargeCents: 24000 }],
    dates: ['onset', 'initial-treatment'],
  },
  {
    name: 'intake with medical services',
    billing: 'clinic',
    clinician: 'psychiatrist',
    placeOfService: '11',
    diagnoses: psychosis,
    isReferred: true,
    services: [{ code: '90792', modifiers: ['AF'], chargeCents: 29520 }],
  },
  {
    name: 'medication visit with therapy',
    billing: 'clinic',
    clinician: 'psychiatrist',
    placeOfService: '11',
    diagnoses: trauma,
    services: [
      { code: '99214', modifiers: ['25'], chargeCents: 19800 },
      { code: '90833', chargeCents: 10500 },
    ],
  },
  {
    name: 'medication visit by video with therapy',
    billing: 'clinic',
    clinician: 'nurse-practitioner',
    placeOfService: '10',
    diagnoses: depression,
    services: [
      { code: '99213', modifiers: ['SA', '95'], chargeCents: 13020 },
      { code: '90836', modifiers: ['SA', '95'], chargeCents: 13300 },
    ],
  },
  {
    name: 'complex session with a child',
    billing: 'clinic',
    clinician: 'counselor',
    placeOfService: '11',
    diagnoses: childhood,
    age: [5, 14],
    services: [
      { code: '90834', modifiers: ['HA'], chargeCents: 14250 },
      { code: '90785', chargeCents: 2050 },
    ],
  },
  {
    name: 'crisis of two hours',
    billing: 'clinic',
    clinician: 'social-worker',
    placeOfService: '11',
    diagnoses: ['F32.2', 'R45.851'],
    note: 'Seen the same day after a call to the crisis line',
    services: [
      { code: '90839', chargeCents: 22500 },
      { code: '90840', chargeCents: 10800, units: 2 },
    ],
  },
  {
    name: 'family session, patient absent and present',
    billing: 'clinic',
    clinician: 'counselor',
    placeOfService: '11',
    diagnoses: childhood,
    age: [10, 17],
    services: [
      { code: '90846', modifiers: ['HS'], chargeCents: 13600 },
      { code: '90847', modifiers: ['HR'], chargeCents: 14200, day: 7 },
    ],
  },
  {
    name: 'group therapy',
    billing: 'clinic',
    clinician: 'psychologist',
    placeOfService: '11',
    diagnoses: ['F40.10', 'F33.1'],
    services: [{ code: '90853', modifiers: ['HQ'], chargeCents: 6000, note: 'Group of seven, ninety minutes' }],
  },
  {
    name: 'trainee under supervision',
    billing: 'clinic',
    clinician: 'trainee',
    isSupervised: true,
    placeOfService: '11',
    diagnoses: depression,
    services: [{ code: '90837', modifiers: ['HL'], chargeCents: 15000 }],
  },
  {
    name: 'trainee by video under supervision',
    billing: 'clinic',
    clinician: 'trainee',
    isSupervised: true,
    placeOfService: '10',
    diagnoses: ['F43.23'],
    services: [{ code: '90834', modifiers: ['HL', '95'], chargeCents: 12000 }],
  },
  {
    name: 'individual at the second site',
    billing: 'clinic',
    clinician: 'counselor',
    placeOfService: '11',
    facility: 'second-site',
    diagnoses: trauma,
    services: [{ code: '90837', chargeCents: 18500 }],
    needsAuthorization: true,
  },
  {
    name: 'psychological testing over two days',
    billing: 'clinic',
    clinician: 'psychologist',
    placeOfService: '11',
    diagnoses: ['F84.0', 'F90.0'],
    needsAuthorization: true,
    services: [
      { code: '96130', chargeCents: 17520 },
      { code: '96131', chargeCents: 12890, units: 3 },
      { code: '96136', chargeCents: 6410, day: 1 },
      { code: '96137', chargeCents: 5890, units: 5, day: 1 },
    ],
  },
  {
    name: 'ward consultation',
    billing: 'clinic',
    clinician: 'psychiatrist',
    placeOfService: '21',
    facility: 'hospital',
    diagnoses: psychosis,
    dates: ['admission'],
    services: [
      { code: '99223', modifiers: ['AF'], chargeCents: 31015 },
      { code: '99232', modifiers: ['AF'], chargeCents: 12040, day: 1 },
    ],
  },
  {
    name: 'practice of one',
    billing: 'solo',
    clinician: 'social-worker',
    placeOfService: '11',
    diagnoses: ['F41.1', 'F51.01'],
    services: [{ code: '90837', chargeCents: 16000 }],
  },
  {
    name: 'corrected claim',
    billing: 'clinic',
    clinician: 'counselor',
    placeOfService: '11',
    frequency: '7',
    diagnoses: depression,
    services: [{ code: '90834', chargeCents: 14250 }],
  },
  {
    name: 'withdrawn claim',
    billing: 'clinic',
    clinician: 'counselor',
    placeOfService: '11',
    frequency: '8',
    diagnoses: depression,
    services: [{ code: '90837', chargeCents: 18500 }],
  },
  {
    name: 'screenings with twelve diagnoses',
    billing: 'clinic',
    clinician: 'nurse-practitioner',
    placeOfService: '11',
    diagnoses: ['F33.1', 'F41.1', 'F43.10', 'F10.20', 'F17.210', 'G47.00', 'F60.3', 'F50.819', 'F90.2', 'F42.2', 'Z63.0', 'Z60.2'],
    services: [
      { code: '99214', modifiers: ['25'], chargeCents: 19800 },
      { code: '96127', chargeCents: 620, units: 2 },
      { code: '99408', chargeCents: 4499 },
    ],
  },
];

const addiction: readonly Encounter[] = [
  {
    name: 'injection of buprenorphine',
    billing: 'addiction',
    clinician: 'nurse-practitioner',
    placeOfService: '11',
    diagnoses: opioids,
    needsAuthorization: true,
    services: [
      { code: '96372', chargeCents: 4120 },
      { code: 'Q9991', modifiers: ['JZ'], chargeCents: 198_540, drug: { ndc: '12496010001', quantity: 0.5, unit: 'ML' } },
    ],
  },
  {
    name: 'injection of naltrexone',
    billing: 'addiction',
    clinician: 'psychiatrist',
    placeOfService: '11',
    diagnoses: alcohol,
    services: [{ code: 'J2315', modifiers: ['JZ'], chargeCents: 178_600, units: 380, drug: { ndc: '65757030001', quantity: 1, unit: 'UN' } }],
  },
  {
    name: 'intensive outpatient week',
    billing: 'addiction',
    clinician: 'addiction-counselor',
    placeOfService: '57',
    diagnoses: alcohol,
    needsAuthorization: true,
    services: daily({ code: 'H0015', modifiers: ['HF'], chargeCents: 27500 }, [0, 2, 4]),
  },
  {
    name: 'intensive outpatient month',
    billing: 'addiction',
    clinician: 'addiction-counselor',
    placeOfService: '57',
    diagnoses: alcohol,
    needsAuthorization: true,
    services: daily({ code: 'H0015', modifiers: ['HF'], chargeCents: 27500 }, [0, 2, 4, 7, 9, 11, 14, 16, 18, 21, 23, 25]),
  },
  {
    name: 'addiction group',
    billing: 'addiction',
    clinician: 'addiction-counselor',
    placeOfService: '57',
    diagnoses: ['F14.20'],
    services: [
      { code: 'H0005', modifiers: ['HF', 'HQ'], chargeCents: 4800 },
      { code: 'H0004', modifiers: ['HF'], chargeCents: 3125, units: 4 },
    ],
  },
  {
    name: 'drug test and visit',
    billing: 'addiction',
    clinician: 'nurse-practitioner',
    placeOfService: '11',
    diagnoses: ['F11.20', 'Z79.891'],
    isDrugTest: true,
    services: [
      { code: '99213', modifiers: ['25'], chargeCents: 13020 },
      { code: '80305', modifiers: ['QW'], chargeCents: 1260 },
    ],
  },
  {
    name: 'opioid treatment week',
    billing: 'opioid-treatment',
    clinician: 'psychiatrist',
    placeOfService: '58',
    diagnoses: opioids,
    services: [
      { code: 'G2067', chargeCents: 27150 },
      { code: 'G2078', chargeCents: 4012 },
    ],
  },
  {
    name: 'methadone days',
    billing: 'opioid-treatment',
    clinician: 'nurse-practitioner',
    placeOfService: '58',
    diagnoses: opioids,
    services: daily({ code: 'H0020', modifiers: ['HG'], chargeCents: 1847 }, [0, 1, 2, 3, 4, 5]),
  },
  {
    name: 'fifty lines of observed doses',
    billing: 'opioid-treatment',
    clinician: 'nurse-practitioner',
    placeOfService: '58',
    diagnoses: opioids,
    services: daily(
      { code: 'H0033', modifiers: ['HG'], chargeCents: 915 },
      Array.from({ length: 50 }, (_, day) => day),
    ),
  },
  {
    name: 'peer support at home',
    billing: 'addiction',
    clinician: 'peer',
    placeOfService: '12',
    diagnoses: alcohol,
    services: [{ code: 'H0038', modifiers: ['HF'], chargeCents: 1733, units: 4 }],
  },
  {
    name: 'case management over a week',
    billing: 'clinic',
    clinician: 'case-manager',
    placeOfService: '99',
    diagnoses: psychosis,
    services: [
      { code: 'T1016', modifiers: ['HE'], chargeCents: 2165, units: 3 },
      { code: 'T1017', modifiers: ['HE'], chargeCents: 8660, units: 4, day: 1, throughDay: 3 },
    ],
  },
  {
    name: 'crisis in the street',
    billing: 'clinic',
    clinician: 'social-worker',
    placeOfService: '15',
    diagnoses: ['F23', 'Z59.02'],
    services: [{ code: 'H2011', chargeCents: 4550, units: 6 }],
  },
];

/** Every encounter that the sample rotates through. */
export const encounters: readonly Encounter[] = [...outpatient, ...addiction];
