import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AdjustmentGroup, Remittance, RemittanceClaim } from '#server/formats/x12/index.ts';
import { cents } from '#server/platform/index.ts';
import { imbalanceOf, remittanceLines } from '../ledger/posting.rules.ts';
import type { StandingClaim } from './adjudication.ts';
import { adjudicated, clearingOf, judgementOf, treatmentOf } from './adjudication.rules.ts';
import { adjustmentReasons } from './adjustment-reasons.ts';

const standing = (number: string, amountCents: number): StandingClaim => ({
  id: number,
  number,
  payerClaimNumber: null,
  patientId: 'p',
  programId: 'g',
  state: 'accepted',
  frequency: '1',
  correctsId: null,
  amountCents,
  paidCents: 0,
  patientCents: 0,
  adjustedCents: 0,
  isSuperseded: false,
  corrects: [],
});

const group = fc.constantFrom<AdjustmentGroup>('CO', 'PR', 'OA', 'PI');
const reason = fc.constantFrom('45', '253', '1', '2', '3', '197', '29', '16', '96', '9999');
const adjustment = fc.record({ group, reason, amount: fc.integer({ min: -50_000, max: 50_000 }).map(cents) });

/** A decision that balances: charge = paid + adjustments. */
const decision = fc
  .record({ number: fc.string({ minLength: 1, maxLength: 6 }), paid: fc.integer({ min: 0, max: 90_000 }), adjustments: fc.array(adjustment, { maxLength: 5 }) })
  .map(
    ({ number, paid, adjustments }): RemittanceClaim => ({
      at: 1,
      claimNumber: number,
      status: '1',
      charge: cents(paid + adjustments.reduce((sum, { amount }) => sum + amount, 0)),
      paid: cents(paid),
      adjustments,
      remarks: [],
      references: [],
      amounts: [],
      lines: [],
    }),
  );

function remittanceOf(claims: readonly RemittanceClaim[], plbs: readonly number[] = []): Remittance {
  return {
    controlNumber: '1',
    payment: { amount: cents(0), direction: 'C', method: 'ACH', trace: 'T' },
    payer: { name: 'P' },
    payee: { name: 'H' },
    claims,
    unread: [],
    providerAdjustments: plbs.map((amount) => ({ at: 1, providerId: '1', fiscalPeriodEnd: Temporal.PlainDate.from('2026-12-31'), reason: 'WO', amount: cents(amount) })),
  };
}

const mirrored = (claim: RemittanceClaim): RemittanceClaim => ({
  ...claim,
  status: '22',
  charge: cents(-claim.charge),
  paid: cents(-claim.paid),
  adjustments: claim.adjustments.map((one) => ({ ...one, amount: cents(-one.amount) })),
});

test('every cent of a charge is paid, written off, asked of the patient or worked as a denial', () => {
  fc.assert(
    fc.property(decision, (claim) => {
      const { paid, contractual, patient, denied } = judgementOf(standing(claim.claimNumber, claim.charge), claim, adjustmentReasons);
      expect(paid + contractual + patient + denied).toBe(claim.charge);
      expect(imbalanceOf(remittanceLines({ paid, contractual, patient }))).toBe(0);
    }),
  );
});

test('a reason we do not know is never written off and never asked of the patient under another group than PR', () => {
  fc.assert(fc.property(group, (some) => void expect(treatmentOf({ group: some, reason: '9999' }, adjustmentReasons)).toBe(some === 'PR' ? 'patient' : 'denied')));
  for (const code of ['197', '29', '16', '50', '97']) expect(treatmentOf({ group: 'CO', reason: code }, adjustmentReasons)).toBe('denied');
  expect(treatmentOf({ group: 'PR', reason: '96' }, adjustmentReasons)).toBe('denied');
});

test('a reversal that mirrors its decision leaves nothing, and the next decision may follow it', () => {
  fc.assert(
    fc.property(decision, (claim) => {
      const { judgements, obstacles } = adjudicated(remittanceOf([claim, mirrored(claim), claim]), [standing(claim.claimNumber, claim.charge)], adjustmentReasons);
      expect(obstacles).toEqual([]);
      const [first, second] = judgements;
      expect((first?.paid ?? 0) + (second?.paid ?? 0)).toBe(0);
      expect((first?.patient ?? 0) + (second?.patient ?? 0)).toBe(0);
    }),
  );
});

test('a reversal of another amount than was posted stops the whole payment', () => {
  const claim: RemittanceClaim = {
    at: 1,
    claimNumber: 'A',
    status: '22',
    charge: cents(-100),
    paid: cents(-100),
    adjustments: [],
    remarks: [],
    references: [],
    amounts: [],
    lines: [],
  };
  const { obstacles } = adjudicated(remittanceOf([claim]), [{ ...standing('A', 100), paidCents: 90 }], adjustmentReasons);
  expect(obstacles.map(({ code }) => code)).toEqual(['remittance.reversal-differs']);
});

test('a correction waits until the payer has taken back what it decided on the claim corrected', () => {
  const first = { ...standing('A', 100), paidCents: 60, adjustedCents: 40, state: 'replaced' as const };
  const second = { ...standing('A2', 100), corrects: [{ id: 'A', number: 'A', paidCents: 60, patientCents: 0, adjustedCents: 40 }] };
  const plain = { at: 1, remarks: [], references: [], amounts: [], lines: [] };
  const decided: RemittanceClaim = { ...plain, claimNumber: 'A2', status: '1', charge: cents(100), paid: cents(100), adjustments: [] };
  const takenBack: RemittanceClaim = {
    ...plain,
    claimNumber: 'A',
    status: '22',
    charge: cents(-100),
    paid: cents(-60),
    adjustments: [{ group: 'CO', reason: '45', amount: cents(-40) }],
  };
  const obstacles = (...claims: RemittanceClaim[]) => adjudicated(remittanceOf(claims), [first, second], adjustmentReasons).obstacles.map(({ code }) => code);
  expect(obstacles(decided)).toEqual(['remittance.original-stands']);
  expect(obstacles(takenBack, decided)).toEqual([]);
});

test('a refused correction leaves the first decision as it is, and a reversal under the number of a void speaks of the claim voided', () => {
  const first = { ...standing('A', 100), paidCents: 100, state: 'voided' as const };
  const replacement = {
    ...standing('A2', 100),
    frequency: '7' as const,
    correctsId: 'A',
    corrects: [{ id: 'A', number: 'A', paidCents: 100, patientCents: 0, adjustedCents: 0 }],
  };
  const voiding = { ...standing('A3', 100), frequency: '8' as const, correctsId: 'A' };
  const plain = { at: 1, remarks: [], references: [], amounts: [], lines: [] };
  const refused: RemittanceClaim = {
    ...plain,
    claimNumber: 'A2',
    status: '4',
    charge: cents(100),
    paid: cents(0),
    adjustments: [{ group: 'OA', reason: '18', amount: cents(100) }],
  };
  expect(adjudicated(remittanceOf([refused]), [first, replacement], adjustmentReasons).obstacles).toEqual([]);
  const takenBack: RemittanceClaim = { ...plain, claimNumber: 'A3', status: '22', charge: cents(-100), paid: cents(-100), adjustments: [] };
  const { judgements, obstacles } = adjudicated(remittanceOf([takenBack]), [first, voiding], adjustmentReasons);
  expect([obstacles, judgements.map(({ claim, kind }) => [claim.number, kind])]).toEqual([[], [['A', 'reversal']]]);
});

test('what is matched, unmatched and adjusted beside the claims makes exactly the payment', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(decision, { selector: ({ claimNumber }) => claimNumber, maxLength: 8 }),
      fc.array(fc.integer({ min: -9_000, max: 9_000 }), { maxLength: 3 }),
      fc.nat(),
      (claims, plbs, pick) => {
        const ours = claims.filter((_claim, place) => (pick >> place) % 2 === 0).map(({ claimNumber, charge }) => standing(claimNumber, charge));
        const remittance = remittanceOf(claims, plbs);
        const { judgements, unmatched } = adjudicated(remittance, ours, adjustmentReasons);
        const cash = judgements.reduce((sum, { paid }) => sum + paid, 0) + clearingOf(remittance, unmatched).reduce((sum, one) => sum + one.cash, 0);
        expect(cash).toBe(claims.reduce((sum, { paid }) => sum + paid, 0) - plbs.reduce((sum, amount) => sum + amount, 0));
      },
    ),
  );
});
