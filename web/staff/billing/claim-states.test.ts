import { expect, test } from 'vitest';
import { openAtInsurer } from './claim-states.ts';

test('a claim that was paid, written down and shared leaves nothing with the insurer', () => {
  expect(openAtInsurer({ amountCents: 18_000, paidCents: 10_000, adjustedCents: 5_000, patientCents: 3_000 })).toBe(0);
  expect(openAtInsurer({ amountCents: 18_000, paidCents: 0, adjustedCents: 0, patientCents: 0 })).toBe(18_000);
});
