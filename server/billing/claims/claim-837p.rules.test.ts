import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultsOfClaim, npiFrom } from '#server/formats/x12/index.ts';
import { cents } from '#server/platform/index.ts';
import { professionalClaim } from './claim-837p.rules.ts';
import type { ClaimFacts, OtherPayerFact } from './claim.ts';
import { toldToNextPayer } from './next-payer.rules.ts';

const address = { line1: '4 Elm Street', line2: null, city: 'Portland', state: 'ME', zip: '04102' };
const office = { line1: '12 Harbor Street', line2: null, city: 'Portland', state: 'ME', zip: '041014022' };
const clinician = { given: 'Ana', family: 'Rivera', npi: npiFrom('167957672'), taxonomy: '101YM0800X' };
const supervisor = { given: 'Wei', family: 'Chen', npi: npiFrom('124531959'), taxonomy: '103TC0700X' };

const session: ClaimFacts = {
  servedOn: '2026-10-20',
  placeOfService: '11',
  diagnoses: ['F33.1', 'F41.1'],
  mrn: 'MRN1',
  patient: { given: 'Jane', middle: null, family: 'Doe', suffix: null, birthDate: '1990-02-14', sex: 'F', address },
  coverage: { memberId: 'W1', groupNumber: null, relationship: '18', rank: 1, subscriber: null },
  payer: { name: 'Acme', electronicId: '60054', filingIndicator: 'CI' },
  billing: { name: 'Harbor', npi: npiFrom('123456789'), taxonomy: '261QM0801X', taxId: '741234567', phone: '2075550142', address: office },
  facility: null,
  clinician,
  supervisor: null,
  traineePolicy: 'supervising',
  isTrainee: false,
  lines: [{ number: 'L1', code: '90837', modifiers: [], units: 1, amountCents: 18_000 }],
};
const mapped = (change: Partial<ClaimFacts>) => professionalClaim('H1', { ...session, ...change });
const codes = (change: Partial<ClaimFacts>) => faultsOfClaim(mapped(change)).map(({ code }) => code);

test('a plain session has no fault', () => {
  expect(codes({})).toEqual([]);
});

test('what the patient paid is told, and never more than the charge', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (paid) => {
      expect(mapped({ patientPaidCents: paid }).patientPaid ?? 0).toBe(Math.min(paid, 18_000));
      expect(codes({ patientPaidCents: paid })).toEqual([]);
    }),
  );
});

test('a kind of plan that is in no list is a fault, and never passed for "not known"', () => {
  expect(codes({ payer: { ...session.payer, filingIndicator: '09' } })).toEqual(['x12.filing-indicator']);
  expect(codes({ payer: { ...session.payer, filingIndicator: 'ZZ' } })).toEqual([]);
});

test('whoever goes by one name has it as family name', () => {
  expect(mapped({ patient: { ...session.patient, given: 'Madonna', family: '' } }).subject.subscriber.name).toEqual({ family: 'Madonna' });
  expect(mapped({ patient: { ...session.patient, given: '', family: 'Madonna' } }).subject.subscriber.name).toEqual({ family: 'Madonna' });
});

test.each([
  ['supervising', clinician.npi, supervisor.npi],
  ['supervisor-renders', supervisor.npi, undefined],
] as const)('a trainee under the policy %s', (traineePolicy, rendering, supervising) => {
  const claim = mapped({ isTrainee: true, supervisor, traineePolicy });
  expect([claim.rendering?.npi, claim.supervising?.npi]).toEqual([rendering, supervising]);
});

test('whoever bills alone is not named again as rendering, nor the office as another place', () => {
  expect(mapped({ billing: { ...session.billing, npi: clinician.npi } }).rendering).toBeUndefined();
  expect(mapped({ facility: { name: 'Office', npi: null, address: office } }).serviceFacility).toBeUndefined();
  const elsewhere = { name: 'South', npi: null, address: { ...office, line1: '9 Far Road' } };
  expect(mapped({ facility: elsewhere }).serviceFacility).toMatchObject({ name: 'South' });
  expect(mapped({ facility: elsewhere, placeOfService: '10' }).serviceFacility).toBeUndefined();
});

test('a line says its own days and place only where they differ', () => {
  const [first, second] = mapped({
    lines: [
      { number: 'L1', code: '90834', modifiers: [], units: 1, amountCents: 15_000, placeOfService: '11' },
      { number: 'L2', code: '90834', modifiers: ['95'], units: 1, amountCents: 15_000, placeOfService: '10', servedOn: '2026-10-23' },
    ],
  }).lines;
  expect(first).toMatchObject({ servedOn: Temporal.PlainDate.from('2026-10-20') });
  expect(first?.placeOfService).toBeUndefined();
  expect(second).toMatchObject({ servedOn: Temporal.PlainDate.from('2026-10-23'), placeOfService: '10' });
});

const remitted = {
  at: 1,
  claimNumber: 'H1',
  status: '1',
  charge: cents(18_000),
  paid: cents(8_000),
  payerClaimNumber: 'ICN1',
  remarks: [],
  references: [],
  amounts: [],
};
const reasons = [
  { group: 'CO', reason: '45', amount: cents(8_000) },
  { group: 'PR', reason: '3', amount: cents(2_000) },
] as const;
const judgedLine = {
  at: 2,
  procedure: { qualifier: 'HC', code: '90837', modifiers: [] },
  charge: cents(18_000),
  paid: cents(8_000),
  units: 1,
  adjustments: reasons,
  lineNumber: 'L1',
  references: [],
  amounts: [],
  remarks: [],
};
const before: Omit<OtherPayerFact, 'adjudication'> = {
  payer: { name: 'First', electronicId: '11111', filingIndicator: 'CI' },
  relationship: '18',
  memberId: 'X1',
  groupNumber: null,
  holder: { given: 'Jane', middle: null, family: 'Doe', suffix: null, address },
};
const decidedOn = Temporal.PlainDate.from('2026-10-28');

test('a later payer hears the earlier one line by line, with what the patient still owes', () => {
  const { adjudication, lines } = toldToNextPayer({ ...remitted, adjustments: [], lines: [judgedLine] }, '11111', decidedOn);
  const told = lines.get('L1');
  const change = { otherPayers: [{ ...before, adjudication }], lines: session.lines.map((line) => ({ ...line, adjudications: told ? [told] : [] })) };
  expect(codes(change)).toEqual([]);
  const claim = mapped(change);
  expect(claim.plan.sequence).toBe('S');
  expect(claim.otherPayers).toMatchObject([{ sequence: 'P', paid: 8_000, payerClaimNumber: 'ICN1' }]);
  expect(claim.otherPayers[0]?.adjudicatedOn).toBeUndefined();
  expect(claim.lines[0]?.adjudications).toMatchObject([{ paid: 8_000, remainingPatientLiability: 2_000, adjudicatedOn: decidedOn }]);
});

test('an earlier payer that judged the claim as a whole is told on the claim', () => {
  const { adjudication } = toldToNextPayer({ ...remitted, adjustments: reasons, lines: [] }, '11111', decidedOn);
  const change = { otherPayers: [{ ...before, adjudication }] };
  expect(codes(change)).toEqual([]);
  expect(mapped(change).otherPayers).toMatchObject([{ adjudicatedOn: decidedOn, remainingPatientLiability: 2_000, adjustments: reasons }]);
});

test('a payer that waits comes after the one that gets the claim', () => {
  const claim = mapped({ otherPayers: [{ ...before, adjudication: null }] });
  expect([claim.plan.sequence, claim.otherPayers[0]?.sequence]).toEqual(['P', 'S']);
});
