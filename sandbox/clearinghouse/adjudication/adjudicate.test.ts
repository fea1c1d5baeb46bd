import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SubmittedClaim, SubmittedLine } from '../submitted-claim.ts';
import { adjudicate, type Decision } from './adjudicate.ts';
import { paidOf, reversalOf } from './adjudicated.ts';
import { contractOf, knownPayers } from './contract.ts';

const line = fc
  .integer({ min: 0, max: 500_000 })
  .map((chargedCents): SubmittedLine => ({ procedure: ['HC', '90834'], chargedCents, units: '1', from: '20261020', to: '20261020', reference: '', authorization: '' }));
const party = { family: 'DOE', given: 'PAT', id: '1' };
const claim = fc
  .record({ lines: fc.array(line, { minLength: 1, maxLength: 8 }), share: fc.integer({ min: 0, max: 100 }), isSecondary: fc.boolean() })
  .map(({ lines, share, isSecondary }): SubmittedClaim => {
    const chargedCents = lines.reduce((total, one) => total + one.chargedCents, 0);
    const patientCents = Math.floor((chargedCents * share) / 100);
    const names = { payer: party, billing: { ...party, taxId: '1' }, subscriber: party, patient: party, isDependent: false };
    return {
      number: 'A',
      chargedCents,
      placeOfService: '11',
      frequency: '1',
      originalNumber: '',
      authorization: '',
      order: isSecondary ? 'S' : 'P',
      filing: 'CI',
      ...names,
      lines,
      earlier: isSecondary ? [{ payerId: 'X', paidCents: Math.floor((chargedCents - patientCents) / 2), patientCents }] : [],
    };
  });
const decision = fc.constantFrom<Decision>({}, { denies: '197' }, { pays: 'deductible' }, { pays: 'coinsurance' }, { pays: 'partial' }, { pays: 'under', percent: 33 });
const share = fc.record({ deductibleCents: fc.integer({ min: 0, max: 100_000 }), copayCents: fc.integer({ min: 0, max: 10_000 }) });
const payer = fc.constantFrom(...knownPayers().map(({ id }) => id), 'a stranger');

test('every line balances, nothing paid is negative or above the charge, and the patient owes no more than asked', () => {
  fc.assert(
    fc.property(claim, decision, share, payer, (submitted, decided, open, payerId) => {
      const { lines } = adjudicate(submitted, 'N', contractOf(payerId), decided, { ...open });
      for (const {
        line: { chargedCents },
        paidCents,
        adjustments,
      } of lines) {
        expect(adjustments.reduce((left, { cents }) => left - cents, chargedCents)).toBe(paidCents);
        expect(paidCents).toBeGreaterThanOrEqual(0);
        expect(adjustments.every(({ cents }) => cents > 0)).toBe(true);
      }
    }),
  );
});

test('a reversal takes back exactly what was paid', () => {
  fc.assert(
    fc.property(claim, decision, share, (submitted, decided, open) => {
      const paid = adjudicate(submitted, 'N', contractOf('60054'), decided, { ...open });
      expect(paidOf(paid) + paidOf(reversalOf(paid))).toBe(0);
    }),
  );
});

test('after another payer no more is paid than that payer left to the patient', () => {
  fc.assert(
    fc.property(claim, payer, (submitted, payerId) => {
      fc.pre(submitted.earlier.length > 0);
      const left = submitted.earlier[0]?.patientCents ?? 0;
      expect(paidOf(adjudicate(submitted, 'N', contractOf(payerId), {}, { deductibleCents: 0, copayCents: 0 }))).toBeLessThanOrEqual(left);
    }),
  );
});
