import { cents } from '#server/platform/index.ts';
import { npiFrom, type Demographics, type ProfessionalClaim, type ProfessionalFile } from '../index.ts';

const home: Demographics = {
  address: { line1: '4 Elm Street', city: 'Portland', state: 'ME', zip: '04102' },
  birthDate: Temporal.PlainDate.from('1990-02-14'),
  sex: 'F',
};
const createdAt = Temporal.PlainDateTime.from('2026-11-01T12:00');

/** The skeleton of the billing facts, section 2.1: an hour by video under supervision. */
export const individualSession = {
  claimNumber: 'HBH0000001',
  billingProvider: {
    kind: 'organisation',
    name: 'Harbor Behavioral Health',
    npi: npiFrom('123456789'),
    taxonomy: '261QM0801X',
    address: { line1: '12 Harbor Street', city: 'Portland', state: 'ME', zip: '041014022' },
    taxId: { kind: 'EIN', number: '741234567' },
  },
  plan: { sequence: 'P', filingIndicator: 'CI' },
  payer: { name: 'Acme Health', id: '60054' },
  subject: { patientIs: 'subscriber', subscriber: { name: { family: 'Doe', given: 'Jane', middle: 'A' }, memberId: 'W123456789', ...home } },
  charge: cents(18_000),
  placeOfService: '10',
  frequency: '1',
  assignment: 'A',
  benefitsAssigned: 'Y',
  releaseOfInformation: 'Y',
  dates: [],
  priorAuthorization: 'AUTH12345',
  medicalRecordNumber: 'MRN0001',
  diagnoses: ['F33.1', 'F41.1'],
  rendering: { kind: 'person', name: { family: 'Rivera', given: 'Ana' }, npi: npiFrom('167957672'), taxonomy: '101YM0800X' },
  supervising: { kind: 'person', name: { family: 'Chen', given: 'Wei' }, npi: npiFrom('124531959') },
  otherPayers: [],
  lines: [
    {
      lineNumber: 'L0000001',
      procedure: { code: '90837', modifiers: ['95', 'HO'] },
      charge: cents(18_000),
      units: 1,
      unit: 'UN',
      diagnosisPointers: [1, 2],
      servedOn: Temporal.PlainDate.from('2026-10-20'),
      adjudications: [],
    },
  ],
} as const satisfies ProfessionalClaim;

/** A child covered through a parent. */
export const dependent: ProfessionalClaim = {
  ...individualSession,
  subject: {
    patientIs: 'dependent',
    subscriber: { name: { family: 'Doe', given: 'John' }, memberId: 'W987654321' },
    patient: { ...home, birthDate: Temporal.PlainDate.from('2014-06-01'), name: { family: 'Doe', given: 'Robin' }, relationship: '19' },
  },
};

/** The skeleton of section 2.4: Medicaid after a commercial plan that paid 80.00 of 180.00. */
export const coordinated: ProfessionalClaim = {
  ...individualSession,
  plan: { sequence: 'S', filingIndicator: 'MC' },
  payer: { name: 'Pine State Medicaid', id: 'SKME0' },
  otherPayers: [
    {
      sequence: 'P',
      filingIndicator: 'CI',
      relationship: '01',
      subscriber: { name: { family: 'Doe', given: 'John' }, memberId: 'X99887766' },
      payer: { name: 'Acme Health', id: '60054' },
      benefitsAssigned: 'Y',
      releaseOfInformation: 'Y',
      paid: cents(8000),
      adjustments: [],
      payerClaimNumber: 'ICN55501',
    },
  ],
  lines: [
    {
      lineNumber: 'L1',
      procedure: { code: '90834', modifiers: [] },
      charge: cents(18_000),
      units: 1,
      unit: 'UN',
      diagnosisPointers: [1],
      servedOn: Temporal.PlainDate.from('2026-10-20'),
      adjudications: [
        {
          payerId: '60054',
          paid: cents(8000),
          procedure: { code: '90834', modifiers: [] },
          units: 1,
          adjudicatedOn: Temporal.PlainDate.from('2026-10-28'),
          remainingPatientLiability: cents(2000),
          adjustments: [
            { group: 'CO', reason: '45', amount: cents(8000) },
            { group: 'PR', reason: '3', amount: cents(2000) },
          ],
        },
      ],
    },
  ],
};

/** A file with these claims. */
export function claimFile(...claims: readonly ProfessionalClaim[]): ProfessionalFile {
  return {
    envelope: {
      sender: { qualifier: 'ZZ', id: 'HARBOR' },
      receiver: { qualifier: 'ZZ', id: 'SANDBOX' },
      controlNumber: 1,
      groupControlNumber: 1,
      createdAt,
      usage: 'T',
      wantsAcknowledgement: false,
    },
    batches: [
      {
        reference: 'B0001',
        createdAt,
        submitter: { name: 'Harbor Behavioral Health', id: '741234567', contact: { name: 'Billing Office', phone: '2075550142' } },
        receiver: { name: 'Sandbox', id: 'SANDBOX' },
        claims,
      },
    ],
  };
}
