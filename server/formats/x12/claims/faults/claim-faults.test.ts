import { expect, test } from 'vitest';
import { cents } from '#server/platform/index.ts';
import { faultsOfBatch, faultsOfClaim, type ProfessionalClaim } from '../../index.ts';
import { claimFile, coordinated, dependent, individualSession } from '../../testing/example-claims.ts';

const codesOf = (claim: ProfessionalClaim) => faultsOfClaim(claim).map(({ code, at }) => `${code} ${at}`);
const [line] = individualSession.lines;
const home = individualSession.subject.subscriber.address;
const changed = (change: Partial<ProfessionalClaim>): ProfessionalClaim => ({ ...individualSession, ...change });
const withLine = (change: Partial<ProfessionalClaim['lines'][number]>) => changed({ lines: [{ ...line, ...change }] });
const withBilling = (change: Partial<ProfessionalClaim['billingProvider']>) =>
  changed({ billingProvider: { ...individualSession.billingProvider, ...change } as ProfessionalClaim['billingProvider'] });
const [judged] = coordinated.lines;
const [prior] = coordinated.otherPayers;

test.each([
  ['a session', individualSession],
  ['a dependent', dependent],
  ['a second payer', coordinated],
  ['another site by video', changed({ serviceFacility: { name: 'South Site', address: { ...home, line1: '9 Far Road', zip: '041011234' } } })],
])('%s has no fault', (_, claim) => {
  expect(faultsOfClaim(claim)).toEqual([]);
});

test.each([
  ['a charge that is not the sum of its lines', changed({ charge: cents(17_999) }), ['x12.charge-total charge']],
  ['an NPI with a wrong digit', withBilling({ npi: '1234567890' }), ['x12.npi billingProvider.npi']],
  ['a street zip of five digits', withBilling({ address: { ...home, zip: '04101' } }), ['x12.zip billingProvider.address.zip']],
  [
    'a post office box to bill from',
    withBilling({ address: { line1: 'P.O. Box 12', city: 'Portland', state: 'ME', zip: '041011234' } }),
    ['x12.post-office-box billingProvider.address.line1'],
  ],
  ['a short tax number', withBilling({ taxId: { kind: 'EIN', number: '74123456' } }), ['x12.tax-id billingProvider.taxId.number']],
  ['a taxonomy of another shape', withBilling({ taxonomy: '261QM08' }), ['x12.taxonomy billingProvider.taxonomy']],
  [
    'a state that is none',
    changed({ subject: { ...individualSession.subject, subscriber: { ...individualSession.subject.subscriber, address: { ...home, state: 'XX' } } } }),
    ['x12.state subject.subscriber.address.state'],
  ],
  [
    'a name without a Latin letter',
    changed({ subject: { ...individualSession.subject, subscriber: { ...individualSession.subject.subscriber, name: { family: '李', given: 'Ming' } } } }),
    ['x12.unwritable-text subject.subscriber.name.family'],
  ],
  ['no diagnosis', changed({ diagnoses: [] }), ['x12.diagnosis-count diagnoses', 'x12.pointer lines.0.diagnosisPointers']],
  ['a diagnosis twice, once with its dot', changed({ diagnoses: ['F33.1', 'F331'] }), ['x12.diagnosis-repeated diagnoses']],
  ['a diagnosis of DSM', changed({ diagnoses: ['296.32', 'F33.1'] }), ['x12.diagnosis diagnoses.0']],
  ['a pointer to nowhere', withLine({ diagnosisPointers: [3] }), ['x12.pointer lines.0.diagnosisPointers']],
  ['five pointers', withLine({ diagnosisPointers: [1, 2, 1, 2, 1] }), ['x12.pointer-count lines.0.diagnosisPointers', 'x12.pointer-repeated lines.0.diagnosisPointers']],
  ['five modifiers', withLine({ procedure: { code: '90837', modifiers: ['95', 'HO', 'HE', 'U1', 'U2'] } }), ['x12.too-many-modifiers lines.0.procedure.modifiers']],
  ['a drug with hyphens in its number', withLine({ drug: { ndc: '12496-0100-1', quantity: 1, unit: 'ML' } }), ['x12.drug lines.0.drug']],
  ['no unit', withLine({ units: 0 }), ['x12.units lines.0.units']],
  ['a span of one day', withLine({ servedThrough: line.servedOn }), ['x12.day-span lines.0.servedThrough']],
  ['no line', changed({ lines: [], charge: cents(0) }), ['x12.line-count lines']],
  [
    'fifty-one lines',
    changed({ lines: Array.from({ length: 51 }, (_, place) => ({ ...line, lineNumber: `L${place}` })), charge: cents(51 * 18_000) }),
    ['x12.line-count lines'],
  ],
  ['two lines of one number', changed({ lines: [line, line], charge: cents(36_000) }), ['x12.line-number-repeated lines']],
  ['a claim number of 21 characters', changed({ claimNumber: 'A'.repeat(21) }), ['x12.claim-number claimNumber']],
  ['a replacement without the number replaced', changed({ frequency: '7' }), ['x12.payer-claim-number payerClaimNumber']],
  ['a patient who paid more than was charged', changed({ patientPaid: cents(18_001) }), ['x12.patient-paid patientPaid']],
  ['a kind of plan that is none', changed({ plan: { sequence: 'P', filingIndicator: 'XX' } }), ['x12.filing-indicator plan.filingIndicator']],
  ['a later payer alone', changed({ plan: { sequence: 'S', filingIndicator: 'CI' } }), ['x12.other-payer-missing otherPayers']],
  [
    'Medicare as a first payer that says why it is not',
    changed({ plan: { sequence: 'P', filingIndicator: 'MB', medicareSecondaryReason: '12' } }),
    ['x12.medicare-secondary-reason plan.medicareSecondaryReason'],
  ],
  ['a ward visit without its day of admission', changed({ placeOfService: '21' }), ['x12.admission-date dates']],
  ['an original with a number of the payer', changed({ payerClaimNumber: 'ICN1' }), ['x12.payer-claim-number payerClaimNumber']],
  ['a service before birth', withLine({ servedOn: Temporal.PlainDate.from('1980-01-01') }), ['x12.birth-date subject']],
  [
    'the home of the patient as facility in telehealth',
    changed({ serviceFacility: { name: 'Home', address: { ...home, line1: '4 ELM STREET', zip: '041021234' } } }),
    ['x12.home-as-facility serviceFacility'],
  ],
])('%s is a fault', (_, claim, codes) => {
  expect(codesOf(claim)).toEqual(codes);
});

const adjudicated = (change: object): ProfessionalClaim => ({
  ...coordinated,
  lines: judged ? [{ ...judged, adjudications: judged.adjudications.map((one) => ({ ...one, ...change })) }] : [],
});
const paidBefore = (change: object): ProfessionalClaim => ({ ...coordinated, otherPayers: prior ? [{ ...prior, ...change }] : [] });

test.each([
  [
    'a line that its payer does not explain to the cent',
    adjudicated({ paid: cents(7999) }),
    ['x12.paid-total otherPayers.0.paid', 'x12.line-unbalanced lines.0.adjudications.0'],
  ],
  ['a claim payment that is not that of its lines', paidBefore({ paid: cents(8100) }), ['x12.claim-unbalanced otherPayers.0.paid', 'x12.paid-total otherPayers.0.paid']],
  [
    'a judgement by nobody named',
    adjudicated({ payerId: 'OTHER' }),
    ['x12.claim-unbalanced otherPayers.0.paid', 'x12.adjudication-date otherPayers.0.adjudicatedOn', 'x12.unknown-payer lines.0.adjudications.0.payerId'],
  ],
  ['the date of adjudication twice', paidBefore({ adjudicatedOn: Temporal.PlainDate.from('2026-10-28') }), ['x12.adjudication-date otherPayers.0.adjudicatedOn']],
  [
    'what the patient owes, on the claim and its lines',
    paidBefore({ remainingPatientLiability: cents(2000) }),
    ['x12.remaining-liability otherPayers.0.remainingPatientLiability'],
  ],
  [
    'Medicare as second payer without a reason',
    { ...coordinated, plan: { sequence: 'S' as const, filingIndicator: 'MB' } },
    ['x12.medicare-secondary-reason plan.medicareSecondaryReason'],
  ],
  ['two payers of one rank', paidBefore({ sequence: 'S' }), ['x12.payer-sequence otherPayers']],
  [
    'more reasons than CAS can carry',
    adjudicated({ adjustments: Array.from({ length: 31 }, () => ({ group: 'CO', reason: '45', amount: cents(0) })), paid: cents(18_000) }),
    ['x12.claim-unbalanced otherPayers.0.paid', 'x12.paid-total otherPayers.0.paid', 'x12.too-many-adjustments lines.0.adjudications.0.adjustments'],
  ],
])('%s is a fault', (_, claim, codes) => {
  expect(codesOf(claim)).toEqual(codes);
});

test('a batch finds the claim at fault, and a number used twice', () => {
  const [batch] = claimFile(individualSession, changed({ charge: cents(1) })).batches;
  expect(batch && faultsOfBatch(batch).map(({ code, at }) => `${code} ${at}`)).toEqual(['x12.claim-number-repeated claims', 'x12.charge-total claims.1.charge']);
});
