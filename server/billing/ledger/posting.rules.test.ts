import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents } from '#server/platform/index.ts';
import { balancesAfter, chargeLines, correctionLines, imbalanceOf, patientPaymentLines, remittanceLines, reversedLines } from './posting.rules.ts';

const amount = fc.integer({ min: 0, max: 5_000_000 }).map(cents);
const signed = fc.integer({ min: -5_000_000, max: 5_000_000 }).map(cents);
const posting = fc.oneof(
  fc.tuple(amount, fc.constantFrom('insurance' as const, 'patient' as const)).map(([some, by]) => chargeLines(some, by)),
  fc.record({ paid: signed, contractual: signed, patient: signed }).map(remittanceLines),
  amount.map(patientPaymentLines),
);

test('every posting sums to zero', () => {
  fc.assert(fc.property(posting, (lines) => void expect(imbalanceOf(lines)).toBe(0)));
});

test('reversing any posting restores the balances', () => {
  fc.assert(
    fc.property(fc.array(posting), posting, (before, lines) => {
      expect(balancesAfter([...before, lines, reversedLines(lines)])).toEqual(balancesAfter(before));
    }),
  );
});

test('the order of postings changes no balance', () => {
  fc.assert(
    fc.property(
      fc.array(posting).chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        expect(balancesAfter(shuffled)).toEqual(balancesAfter(all));
      },
    ),
  );
});

test('a claim paid, written down and owed in full leaves nothing with the insurer', () => {
  const after = balancesAfter([
    chargeLines(cents(18_000), 'insurance'),
    remittanceLines({ paid: cents(10_000), contractual: cents(5_000), patient: cents(3_000) }),
    patientPaymentLines(cents(3_000)),
  ]);
  expect(after).toMatchObject({
    'receivable-insurance': 0,
    'receivable-patient': 0,
    revenue: -18_000,
    'cash-insurance': 10_000,
    'cash-patient': 3_000,
    contractual: 5_000,
  });
});

test('a corrected charge stands where it should, by a posting that balances', () => {
  const charge = fc.tuple(amount, fc.constantFrom('insurance' as const, 'patient' as const)).map(([some, by]) => chargeLines(some, by));
  fc.assert(
    fc.property(charge, charge, (posted, target) => {
      const correction = correctionLines(posted, target);
      expect(imbalanceOf(correction)).toBe(0);
      expect(balancesAfter([posted, correction])).toEqual(balancesAfter([target]));
      expect(correctionLines(target, target)).toEqual({});
    }),
  );
});
