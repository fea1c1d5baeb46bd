import { expect, test } from 'vitest';
import { openAtInsurer } from './claim-states.ts';

test('a claim that was paid, written down and shared leaves nothing with the insurer, nor does a void or what was voided', () => {
  const sent = { amountCents: 18_000, paidCents: 0, adjustedCents: 0, patientCents: 0, state: 'sent', frequency: '1' } as const;
  expect(openAtInsurer({ ...sent, paidCents: 10_000, adjustedCents: 5_000, patientCents: 3_000, state: 'paid' })).toBe(0);
  expect(openAtInsurer(sent)).toBe(18_000);
  expect([openAtInsurer({ ...sent, frequency: '8' }), openAtInsurer({ ...sent, state: 'voided' })]).toEqual([0, 0]);
});
