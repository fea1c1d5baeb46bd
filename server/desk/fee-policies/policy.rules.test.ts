import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DecidedPolicy, FeeTerms } from './fee-policy.ts';
import { decidedAfter, decidedOn, obstaclesToDeciding, policyWords } from './policy.rules.ts';

const terms: FeeTerms = { lateHours: 24, noShowCents: 5000, lateCancelCents: 5000, free: 1, freeInDays: 365 };
const decided = (validFrom: string, minute: number, over: Partial<FeeTerms> = {}): DecidedPolicy => ({
  ...terms,
  ...over,
  id: `${validFrom} ${minute}`,
  programId: 'p',
  validFrom,
  says: '',
  reason: 'why',
  madeAt: Temporal.Instant.from('2026-11-23T17:00:00Z').add({ minutes: minute }),
  madeBy: null,
});

test('terms are told in a sentence or two', () => {
  expect(policyWords(terms)).toBe('A visit that is missed, or called off less than 24 hours before, costs $50. The first within 365 days is free.');
  expect(policyWords({ ...terms, lateCancelCents: 2550, free: 0 })).toBe('A visit that is missed costs $50, one called off less than 24 hours before $25.50.');
  expect(policyWords({ ...terms, lateCancelCents: 0, free: 2, freeInDays: 180 })).toBe(
    'A visit that is missed costs $50; one that is called off costs nothing. The first 2 within 180 days are free.',
  );
  expect(policyWords({ ...terms, lateHours: 0 })).toContain('one that is called off costs nothing.');
  expect(policyWords({ ...terms, noShowCents: 0, lateCancelCents: 0 })).toBe('A visit that is missed or called off costs nothing.');
});

test('of decisions that have begun the latest holds, of two for a day the one decided last; what comes is in order', () => {
  const all = [decided('2026-12-01', 3), decided('2026-11-01', 1), decided('2026-12-01', 2), decided('2027-01-01', 0)];
  expect(['2026-10-31', '2026-11-30', '2026-12-01', '2027-06-01'].map((day) => decidedOn(all, day)?.id)).toEqual([
    undefined,
    '2026-11-01 1',
    '2026-12-01 3',
    '2027-01-01 0',
  ]);
  expect(decidedAfter(all, '2026-11-15').map(({ id }) => id)).toEqual(['2026-12-01 3', '2027-01-01 0']);
});

test('a decision never changes what held before its day', () => {
  const days = fc.integer({ min: 0, max: 400 }).map((count) => Temporal.PlainDate.from('2026-01-01').add({ days: count }).toString());
  const some = fc.array(fc.tuple(days, fc.nat(100)), { maxLength: 8 }).map((list) => list.map(([day, minute]) => decided(day, minute)));
  fc.assert(
    fc.property(some, days, days, (before, validFrom, day) => {
      const after = [...before, decided(validFrom, 1000)];
      if (day < validFrom) expect(decidedOn(after, day)).toBe(decidedOn(before, day));
      else if (before.every((one) => one.validFrom <= validFrom)) expect(decidedOn(after, day)?.id).toBe(`${validFrom} 1000`);
    }),
  );
});

test('a decision reaches neither back nor says what holds already', () => {
  const codes = (validFrom: string, wanted: FeeTerms) =>
    obstaclesToDeciding({ ...wanted, validFrom }, '2026-11-23', { ...terms, validFrom: '2026-01-01', says: '' }).map(({ code }) => code);
  expect(codes('2026-11-22', { ...terms, free: 0 })).toEqual(['fee-policy.past']);
  expect(codes('2026-11-23', terms)).toEqual(['fee-policy.same']);
  expect(codes('2026-11-23', { ...terms, noShowCents: 6000 })).toEqual([]);
});
