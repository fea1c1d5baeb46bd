import { daily, diagnosed, type Encounter } from './encounters.ts';

const { opioids, alcohol, psychosis } = diagnosed;
const threeDaysAWeek = (weeks: number) => Array.from({ length: weeks }, (_unused, week) => [week * 7, week * 7 + 2, week * 7 + 4]).flat();

const medicines: readonly Encounter[] = [
  {
    name: 'injection of buprenorphine',
    billing: 'addiction',
    clinician: 'nurse-practitioner',
    placeOfService: '11',
    diagnoses: opioids,
    needsAuthorization: true,
    visits: [
      { service: 'injection', minutes: 10, expects: [['96372', 1]] },
      { service: 'buprenorphine-injection', quantity: 1, drug: { ndc: '12496010001', quantity: 0.5, unit: 'ML' }, expects: [['Q9991', 1]] },
    ],
  },
  {
    name: 'injection of naltrexone',
    billing: 'addiction',
    clinician: 'psychiatrist',
    placeOfService: '11',
    diagnoses: alcohol,
    visits: [{ service: 'naltrexone-injection', quantity: 380, drug: { ndc: '65757030001', quantity: 1, unit: 'UN' }, expects: [['J2315', 380]] }],
  },
  {
    name: 'drug test and visit',
    billing: 'addiction',
    clinician: 'nurse-practitioner',
    placeOfService: '11',
    diagnoses: ['F11.20', 'Z79.891'],
    isDrugTest: true,
    visits: [
      { service: 'medication-management', minutes: 20, expects: [['99213', 1]] },
      { service: 'drug-test', expects: [['80305', 1]] },
    ],
  },
  {
    name: 'opioid treatment week',
    billing: 'opioid-treatment',
    clinician: 'psychiatrist',
    placeOfService: '58',
    diagnoses: opioids,
    visits: [
      { service: 'opioid-treatment-week', expects: [['G2067', 1]] },
      { service: 'take-home-supply', expects: [['G2078', 1]] },
    ],
  },
  {
    name: 'methadone days',
    billing: 'opioid-treatment',
    clinician: 'nurse-practitioner',
    placeOfService: '58',
    diagnoses: opioids,
    visits: daily({ service: 'methadone-day', expects: [['H0020', 1]] }, [0, 1, 2, 3, 4, 5]),
  },
  {
    name: 'fifty lines of observed doses',
    billing: 'opioid-treatment',
    clinician: 'nurse-practitioner',
    placeOfService: '58',
    diagnoses: opioids,
    visits: daily(
      { service: 'observed-dose', expects: [['H0033', 1]] },
      Array.from({ length: 50 }, (_unused, day) => day),
    ),
  },
];

const community: readonly Encounter[] = [
  {
    name: 'intensive outpatient week',
    billing: 'addiction',
    clinician: 'addiction-counselor',
    placeOfService: '57',
    diagnoses: alcohol,
    needsAuthorization: true,
    visits: daily({ service: 'intensive-outpatient-day', minutes: 190, expects: [['H0015', 1]] }, threeDaysAWeek(1)),
  },
  {
    name: 'intensive outpatient month',
    billing: 'addiction',
    clinician: 'addiction-counselor',
    placeOfService: '57',
    diagnoses: alcohol,
    needsAuthorization: true,
    visits: daily({ service: 'intensive-outpatient-day', minutes: 200, expects: [['H0015', 1]] }, threeDaysAWeek(4)),
  },
  {
    name: 'addiction group and counseling',
    billing: 'addiction',
    clinician: 'addiction-counselor',
    placeOfService: '57',
    diagnoses: ['F14.20'],
    visits: [
      { service: 'substance-use-group', minutes: 90, expects: [['H0005', 1]] },
      { service: 'substance-use-counseling', minutes: 58, expects: [['H0004', 4]] },
    ],
  },
  {
    name: 'peer support at home',
    billing: 'addiction',
    clinician: 'peer',
    placeOfService: '57',
    diagnoses: alcohol,
    visits: [{ service: 'peer-support', minutes: 55, placeOfService: '12', expects: [['H0038', 4]] }],
  },
  {
    name: 'case management over a week',
    billing: 'clinic',
    clinician: 'case-manager',
    placeOfService: '99',
    diagnoses: psychosis,
    visits: [
      { service: 'case-management', minutes: 40, expects: [['T1016', 3]] },
      { service: 'targeted-case-management', minutes: 60, day: 1, throughDay: 3, expects: [['T1017', 4]] },
    ],
  },
  {
    name: 'crisis in the street',
    billing: 'clinic',
    clinician: 'social-worker',
    placeOfService: '15',
    diagnoses: ['F23', 'Z59.02'],
    visits: [{ service: 'crisis-intervention', minutes: 85, expects: [['H2011', 6]] }],
  },
];

/** Medicines, intensive programs and work in the community. */
export const addiction: readonly Encounter[] = [...medicines, ...community];
