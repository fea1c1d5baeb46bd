import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feeFor, isLateCancel, policyOn, type FeeFacts } from './fee.rules.ts';
import { missedContent } from './missed-visit.ts';

const day = '2026-11-24';
const policy = policyOn(missedContent.policies, 'outpatient', day);
const facts: FeeFacts = {
  kind: 'no-show',
  day,
  reason: undefined,
  filingIndicators: ['CI'],
  before: 1,
  policy,
  neverCharged: missedContent.neverCharged,
  reasons: missedContent.lateCancelReasons,
};

test('the second missed visit of a year costs what the policy says, the first nothing, and one called off for illness nothing', () => {
  expect(feeFor(facts)).toMatchObject({ cents: 5000, because: 'policy' });
  expect(feeFor({ ...facts, before: 0 })).toMatchObject({ cents: 0, because: 'free' });
  expect(feeFor({ ...facts, kind: 'late-cancel', reason: 'patient-asked' })).toMatchObject({ cents: 5000 });
  expect(feeFor({ ...facts, kind: 'late-cancel', reason: 'patient-ill' })).toMatchObject({ cents: 0, because: 'reason' });
  expect(feeFor({ ...facts, policy: policyOn(missedContent.policies, 'otp', day) })).toMatchObject({ cents: 0, because: 'policy' });
  expect(feeFor({ ...facts, policy: policyOn(missedContent.policies, 'outpatient', '2025-12-31') })).toMatchObject({ cents: 0 });
  expect(feeFor({ ...facts, filingIndicators: null })).toMatchObject({ cents: 5000, because: 'unknown-payer' });
});

test('whoever has Medicaid among their coverage is charged nothing, whatever else is true', () => {
  const other = fc.subarray(['CI', 'BL', 'MB', 'HM', 'ZZ']);
  const amounts = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(other, other, fc.constantFrom('no-show' as const, 'late-cancel' as const), fc.nat(30), amounts, (before, after, kind, missed, cents) => {
      if (!policy) throw new Error('there is a policy for outpatient');
      const strict = { ...policy, noShowCents: cents, lateCancelCents: cents, free: 0 };
      const fee = feeFor({ ...facts, kind, before: missed, policy: strict, filingIndicators: [...before, 'MC', ...after] });
      expect(fee).toMatchObject({ cents: 0, because: 'never-charged', rule: { verifiedOn: null } });
      expect(feeFor({ ...facts, kind, before: missed, policy: strict, filingIndicators: before }).cents).toBe(cents);
    }),
  );
});

test('late is later than the hours of the policy, and only for a reason of the patient', () => {
  const startsAt = Temporal.Instant.from('2026-11-24T17:00:00Z');
  const late = (hours: number, reason = 'patient-asked') =>
    isLateCancel({ startsAt, now: startsAt.subtract({ minutes: hours * 60 }), reason }, { lateHours: 24 }, missedContent.lateCancelReasons);
  expect([late(24.1), late(24), late(23.9), late(0), late(-1)]).toEqual([false, false, true, true, true]);
  expect([late(1, 'clinician-away'), late(1, 'booked-in-error'), late(1, 'weather')]).toEqual([false, false, true]);
});
