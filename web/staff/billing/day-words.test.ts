import { expect, test } from 'vitest';
import type { TreatmentDayReply } from '#server/billing/days/days.contract.ts';
import { billedAs, standingOfDay } from './day-words.ts';

const day: TreatmentDayReply = {
  id: '1',
  patientId: '2',
  patientName: 'Ada Wren',
  programId: '3',
  programName: 'House',
  day: '2026-11-23',
  countedBy: 'census',
  verdict: 'billable',
  code: 'day.billable',
  says: 'In the house at midnight.',
  procedure: 'H0018',
  minutes: null,
  chargeId: '4',
  chargeState: 'ready',
  units: 1,
  amountCents: 52_000,
  holds: [],
  claimId: null,
  claimNumber: null,
  changedSince: null,
};

test('a day says what became of it, and a change after the claim before all else', () => {
  const told = (more: Partial<TreatmentDayReply>) => standingOfDay({ ...day, ...more });
  expect(told({})).toMatchObject({ label: 'Ready to claim', why: 'In the house at midnight.' });
  expect(told({ chargeState: 'held', holds: [{ code: 'charge.note', says: 'No note.' }] })).toMatchObject({ label: 'Held', why: 'No note.' });
  expect(told({ chargeState: 'claimed', claimNumber: 'H1' }).label).toBe('On claim H1');
  expect(told({ chargeState: 'claimed', claimNumber: 'H1', verdict: 'not-billable', changedSince: 'On leave.' })).toMatchObject({
    label: 'Changed since',
    why: 'On leave.',
  });
  expect(told({ verdict: 'not-billable', chargeState: 'void', says: 'On leave.' })).toMatchObject({ label: 'Not billed', why: 'On leave.' });
  expect(told({ chargeState: 'void', holds: [{ code: 'claim.voided', says: 'Billed before.' }] })).toMatchObject({ label: 'Claim voided', why: 'Billed before.' });
  expect([billedAs(day), billedAs({ procedure: 'H0018', units: 0 }), billedAs({ procedure: null, units: 0 })]).toEqual(['H0018 × 1', '', '']);
});
