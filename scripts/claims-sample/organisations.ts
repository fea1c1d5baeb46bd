import { npiFrom, type BillingProvider, type PersonName, type PersonProvider, type ServiceFacility } from '#server/formats/x12/index.ts';

/** Licences that decide who renders, and what rank of specialty is sent. */
export type ClinicianKind =
  | 'social-worker'
  | 'counselor'
  | 'psychologist'
  | 'psychiatrist'
  | 'nurse-practitioner'
  | 'addiction-counselor'
  | 'trainee'
  | 'peer'
  | 'case-manager'
  | 'solo';

const clinician = (npiDigits: string, name: PersonName, taxonomy: string): PersonProvider => ({ kind: 'person', name, npi: npiFrom(npiDigits), taxonomy });

const practiceOfOne = clinician('120000004', { family: 'Castellanos-Béranger', given: 'María José', suffix: 'II' }, '1041C0700X');

/** The licence by which each kind is priced. */
export const credentials: Readonly<Record<ClinicianKind, string>> = {
  'social-worker': 'LICSW',
  counselor: 'LMHC',
  psychologist: 'PhD',
  psychiatrist: 'MD',
  'nurse-practitioner': 'PMHNP',
  'addiction-counselor': 'SUDP',
  trainee: 'trainee',
  peer: 'CPC',
  'case-manager': 'CM',
  solo: 'LICSW',
};

/** Two of each kind, so that claims of one kind differ in who renders. */
export const clinicians: Readonly<Record<ClinicianKind, readonly [PersonProvider, PersonProvider]>> = {
  'social-worker': [
    clinician('110000101', { family: 'Rivera', given: 'Ana', middle: 'Lucía' }, '1041C0700X'),
    clinician('110000102', { family: 'O’Donnell', given: 'Siobhán' }, '1041C0700X'),
  ],
  counselor: [
    clinician('110000103', { family: 'Okafor', given: 'Ngozi' }, '101YM0800X'),
    clinician('110000104', { family: 'Łukaszewski', given: 'Michał', suffix: 'Jr.' }, '101YM0800X'),
  ],
  psychologist: [clinician('110000105', { family: 'Chen', given: 'Wei' }, '103TC0700X'), clinician('110000106', { family: 'Sørensen', given: 'Åse' }, '103TC0700X')],
  psychiatrist: [
    clinician('110000107', { family: 'Patel', given: 'Meera' }, '2084P0800X'),
    clinician('110000108', { family: 'Núñez', given: 'Íñigo', suffix: 'III' }, '2084P0800X'),
  ],
  'nurse-practitioner': [
    clinician('110000109', { family: 'Baptiste', given: 'Roseline' }, '363LP0808X'),
    clinician('110000110', { family: 'Hughes-Whitfield', given: 'Dana' }, '363LP0808X'),
  ],
  'addiction-counselor': [
    clinician('110000111', { family: 'Vance', given: 'Terrell' }, '101YA0400X'),
    clinician('110000112', { family: 'Müller', given: 'Jörg' }, '101YA0400X'),
  ],
  trainee: [clinician('110000113', { family: 'Kim', given: 'Haneul' }, '390200000X'), clinician('110000114', { family: 'Abernathy', given: 'Chloë' }, '390200000X')],
  peer: [clinician('110000115', { family: 'Washington', given: 'Odell' }, '175T00000X'), clinician('110000116', { family: 'Reyes', given: 'Marisol' }, '175T00000X')],
  'case-manager': [
    clinician('110000117', { family: 'Lindqvist', given: 'Per' }, '171M00000X'),
    clinician('110000118', { family: 'Tran', given: 'Thị Hồng' }, '171M00000X'),
  ],
  // Who bills and who treats are one person: the claim leaves the second out.
  solo: [practiceOfOne, practiceOfOne],
};

/** Who answers for trainees. */
export const supervisor = clinicians.psychologist[0];

/** A physician outside the house who refers. */
export const referrer: PersonProvider = { kind: 'person', name: { family: 'Goldberg', given: 'Miriam' }, npi: npiFrom('110000119') };

const harborAddress = { line1: '12 Harbor Street', line2: 'Suite 300', city: 'Portland', state: 'ME', zip: '041014022' };

/** The groups that bill: a clinic with a pay-to box, an addiction program, an opioid treatment program, a practice of one. */
export const billingProviders = {
  clinic: {
    kind: 'organisation',
    name: 'Harbor Behavioral Health',
    npi: npiFrom('120000001'),
    taxonomy: '261QM0801X',
    address: harborAddress,
    taxId: { kind: 'EIN', number: '741234567' },
    contact: { name: 'Billing Office', phone: '2075550142' },
    payTo: { line1: 'PO Box 881', city: 'Portland', state: 'ME', zip: '041040881' },
  },
  addiction: {
    kind: 'organisation',
    name: 'Lighthouse Recovery Services',
    npi: npiFrom('120000002'),
    taxonomy: '261QR0405X',
    address: { line1: '480 Congress Street', city: 'Portland', state: 'ME', zip: '041013401' },
    taxId: { kind: 'EIN', number: '741234568' },
    contact: { name: 'Billing Office', phone: '2075550143' },
  },
  'opioid-treatment': {
    kind: 'organisation',
    name: 'Breakwater Opioid Treatment Program',
    npi: npiFrom('120000003'),
    taxonomy: '261QM2800X',
    address: { line1: '77 Lisbon Street', city: 'Lewiston', state: 'ME', zip: '042407117' },
    taxId: { kind: 'EIN', number: '741234569' },
    contact: { name: 'Billing Office', phone: '2075550144' },
  },
  solo: {
    kind: 'person',
    name: practiceOfOne.name,
    npi: practiceOfOne.npi,
    taxonomy: '1041C0700X',
    address: { line1: '9 Main Street', city: 'Bangor', state: 'ME', zip: '044016398' },
    taxId: { kind: 'SSN', number: '900123456' },
  },
} as const satisfies Readonly<Record<string, BillingProvider>>;
export type BillingName = keyof typeof billingProviders;

/** A second site, sent when the service was not at the billing address. */
export const secondSite: ServiceFacility = {
  name: 'Harbor Behavioral Health South Site',
  npi: npiFrom('120000005'),
  address: { line1: '210 Western Avenue', city: 'South Portland', state: 'ME', zip: '041062417' },
};

/** A hospital in which our clinician saw the patient. */
export const hospital: ServiceFacility = {
  name: 'Casco Bay Medical Center',
  npi: npiFrom('120000006'),
  address: { line1: '22 Bramhall Street', city: 'Portland', state: 'ME', zip: '041023134' },
};
