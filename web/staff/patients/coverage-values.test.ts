import { expect, test } from 'vitest';
import { NewCoverage } from '#server/patients/coverage/coverage.contract.ts';
import { coverageBody, coverageValues } from './coverage-values.ts';

const payerId = '01981f3a-0000-7000-8000-000000000001';

test('a patient who holds the policy is sent without a subscriber, whatever was typed there before', () => {
  const values = {
    ...coverageValues(undefined, 1, '2026-11-23'),
    payerId,
    memberId: 'W123456',
    subscriber: { givenName: 'Left over', familyName: '', birthDate: '', sex: '', address: { line1: '', line2: '', city: '', state: '', zip: '' } },
  };
  const body = coverageBody(values);
  expect(body).toMatchObject({ rank: 1, subscriber: null, validThrough: null });
  expect(NewCoverage.safeParse(body).success).toBe(true);
});

test('of a subscriber half filled in, the form asks for the rest', () => {
  const values = {
    ...coverageValues(undefined, 2, '2026-11-23'),
    payerId,
    memberId: 'W1',
    relationship: '19',
    subscriber: { givenName: 'Ruth', familyName: '', birthDate: '', sex: '', address: { line1: '', line2: '', city: '', state: '', zip: '' } },
  };
  const parsed = NewCoverage.safeParse(coverageBody(values));
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toContain('subscriber.familyName');
});
