import { diagnosed, type Encounter } from './encounters.ts';

const { depression, trauma, childhood, psychosis } = diagnosed;

const therapy: readonly Encounter[] = [
  {
    name: 'individual hour in the office',
    billing: 'clinic',
    clinician: 'social-worker',
    placeOfService: '11',
    diagnoses: depression,
    visits: [{ service: 'individual-psychotherapy', minutes: 55, expects: [['90837', 1]] }],
  },
  {
    name: 'individual by video at home',
    billing: 'clinic',
    clinician: 'counselor',
    placeOfService: '11',
    diagnoses: depression,
    visits: [{ service: 'individual-psychotherapy', minutes: 45, modality: 'video', expects: [['90834', 1]] }],
  },
  {
    name: 'individual by telephone at home',
    billing: 'clinic',
    clinician: 'counselor',
    placeOfService: '11',
    diagnoses: ['F41.1'],
    visits: [{ service: 'individual-psychotherapy', minutes: 30, modality: 'audio', expects: [['90832', 1]] }],
  },
  {
    name: 'individual by video at a school',
    billing: 'clinic',
    clinician: 'social-worker',
    placeOfService: '53',
    diagnoses: childhood,
    age: [7, 17],
    visits: [{ service: 'individual-psychotherapy', minutes: 40, modality: 'video', patientAt: 'elsewhere', expects: [['90834', 1]] }],
  },
  {
    name: 'individual by telephone from a shelter',
    billing: 'clinic',
    clinician: 'counselor',
    placeOfService: '53',
    diagnoses: ['F43.21', 'Z59.01'],
    visits: [{ service: 'individual-psychotherapy', minutes: 20, modality: 'audio', patientAt: 'elsewhere', expects: [['90832', 1]] }],
  },
  {
    name: 'intake',
    billing: 'clinic',
    clinician: 'psychologist',
    placeOfService: '11',
    diagnoses: trauma,
    visits: [{ service: 'intake', minutes: 60, expects: [['90791', 1]] }],
    dates: ['onset', 'initial-treatment'],
  },
  {
    name: 'intake through an interpreter',
    billing: 'clinic',
    clinician: 'psychologist',
    placeOfService: '11',
    diagnoses: trauma,
    visits: [
      {
        service: 'intake',
        minutes: 75,
        isComplex: true,
        expects: [
          ['90791', 1],
          ['90785', 1],
        ],
      },
    ],
  },
  {
    name: 'complex session with a child',
    billing: 'clinic',
    clinician: 'counselor',
    placeOfService: '11',
    diagnoses: childhood,
    age: [5, 14],
    visits: [
      {
        service: 'individual-psychotherapy',
        minutes: 45,
        isComplex: true,
        expects: [
          ['90834', 1],
          ['90785', 1],
        ],
      },
    ],
  },
  {
    name: 'crisis of two hours',
    billing: 'clinic',
    clinician: 'social-worker',
    placeOfService: '11',
    diagnoses: ['F32.2', 'R45.851'],
    note: 'Seen the same day after a call to the crisis line',
    visits: [
      {
        service: 'crisis-psychotherapy',
        minutes: 125,
        expects: [
          ['90839', 1],
          ['90840', 2],
        ],
      },
    ],
  },
  {
    name: 'family session, patient absent and present',
    billing: 'clinic',
    clinician: 'counselor',
    placeOfService: '11',
    diagnoses: childhood,
    age: [10, 17],
    visits: [
      { service: 'family-psychotherapy-without-patient', minutes: 50, expects: [['90846', 1]] },
      { service: 'family-psychotherapy', minutes: 50, day: 7, expects: [['90847', 1]] },
    ],
  },
  {
    name: 'group therapy',
    billing: 'clinic',
    clinician: 'psychologist',
    placeOfService: '11',
    diagnoses: ['F40.10', 'F33.1'],
    visits: [{ service: 'group-psychotherapy', minutes: 90, note: 'Group of seven, ninety minutes', expects: [['90853', 1]] }],
  },
  {
    name: 'trainee under supervision',
    billing: 'clinic',
    clinician: 'trainee',
    placeOfService: '11',
    diagnoses: depression,
    visits: [{ service: 'individual-psychotherapy', minutes: 60, expects: [['90837', 1]] }],
  },
  {
    name: 'trainee by video under supervision',
    billing: 'clinic',
    clinician: 'trainee',
    placeOfService: '11',
    diagnoses: ['F43.23'],
    visits: [{ service: 'individual-psychotherapy', minutes: 45, modality: 'video', expects: [['90834', 1]] }],
  },
  {
    name: 'individual at the second site',
    billing: 'clinic',
    clinician: 'counselor',
    placeOfService: '11',
    facility: 'second-site',
    diagnoses: trauma,
    visits: [{ service: 'individual-psychotherapy', minutes: 53, expects: [['90837', 1]] }],
    needsAuthorization: true,
  },
  {
    name: 'office and video in one week',
    billing: 'clinic',
    clinician: 'counselor',
    placeOfService: '11',
    diagnoses: depression,
    visits: [
      { service: 'individual-psychotherapy', minutes: 50, expects: [['90834', 1]] },
      { service: 'individual-psychotherapy', minutes: 50, modality: 'video', day: 3, expects: [['90834', 1]] },
    ],
  },
  {
    name: 'practice of one',
    billing: 'solo',
    clinician: 'solo',
    placeOfService: '11',
    diagnoses: ['F41.1', 'F51.01'],
    visits: [{ service: 'individual-psychotherapy', minutes: 55, expects: [['90837', 1]] }],
  },
  {
    name: 'corrected claim',
    billing: 'clinic',
    clinician: 'counselor',
    placeOfService: '11',
    frequency: '7',
    diagnoses: depression,
    visits: [{ service: 'individual-psychotherapy', minutes: 38, expects: [['90834', 1]] }],
  },
  {
    name: 'withdrawn claim',
    billing: 'clinic',
    clinician: 'counselor',
    placeOfService: '11',
    frequency: '8',
    diagnoses: depression,
    visits: [{ service: 'individual-psychotherapy', minutes: 53, expects: [['90837', 1]] }],
  },
];

const medical: readonly Encounter[] = [
  {
    name: 'intake with medical services',
    billing: 'clinic',
    clinician: 'psychiatrist',
    placeOfService: '11',
    diagnoses: psychosis,
    isReferred: true,
    visits: [{ service: 'psychiatric-evaluation', minutes: 60, expects: [['90792', 1]] }],
  },
  {
    name: 'medication visit with therapy',
    billing: 'clinic',
    clinician: 'psychiatrist',
    placeOfService: '11',
    diagnoses: trauma,
    visits: [
      {
        service: 'medication-management-with-psychotherapy',
        minutes: 40,
        expects: [
          ['99213', 1],
          ['90833', 1],
        ],
      },
    ],
  },
  {
    name: 'medication visit by video with therapy',
    billing: 'clinic',
    clinician: 'nurse-practitioner',
    placeOfService: '11',
    diagnoses: depression,
    visits: [
      {
        service: 'medication-management-with-psychotherapy',
        minutes: 50,
        modality: 'video',
        expects: [
          ['99213', 1],
          ['90836', 1],
        ],
      },
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
    visits: [
      { service: 'inpatient-admission-visit', minutes: 80, expects: [['99223', 1]] },
      { service: 'inpatient-visit', minutes: 40, day: 1, expects: [['99232', 1]] },
    ],
  },
  {
    name: 'psychological testing over two days',
    billing: 'clinic',
    clinician: 'psychologist',
    placeOfService: '11',
    diagnoses: ['F84.0', 'F90.0'],
    needsAuthorization: true,
    visits: [
      {
        service: 'psychological-testing',
        minutes: 240,
        expects: [
          ['96130', 1],
          ['96131', 3],
        ],
      },
      {
        service: 'test-administration',
        minutes: 180,
        day: 1,
        expects: [
          ['96136', 1],
          ['96137', 5],
        ],
      },
    ],
  },
  {
    name: 'screenings with twelve diagnoses',
    billing: 'clinic',
    clinician: 'nurse-practitioner',
    placeOfService: '11',
    diagnoses: ['F33.1', 'F41.1', 'F43.10', 'F10.20', 'F17.210', 'G47.00', 'F60.3', 'F50.819', 'F90.2', 'F42.2', 'Z63.0', 'Z60.2'],
    visits: [
      { service: 'medication-management', minutes: 30, expects: [['99214', 1]] },
      { service: 'brief-assessment', quantity: 2, expects: [['96127', 2]] },
      { service: 'alcohol-screening', minutes: 20, expects: [['99408', 1]] },
    ],
  },
];

/** Therapy, medicine and testing of a clinic, and of a practice of one. */
export const outpatient: readonly Encounter[] = [...therapy, ...medical];
