import fc from 'fast-check';
import { expect, test } from 'vitest';
import { obstaclesToBreakingGlass, obstaclesToReview } from './break-glass.rules.ts';
import type { EmergencyStatement } from './emergency.ts';

const now = Temporal.Instant.from('2026-11-23T18:00:00Z');
const whole: EmergencyStatement = {
  recipientName: 'Dr. Ines Falk',
  recipientAffiliation: "St. Mary's Hospital",
  discloserName: 'Ana Rivera',
  disclosedAt: '2026-11-23T17:58:00Z',
  nature: 'Found unconscious, suspected overdose',
  basis: 'medical-emergency',
  consentCannotBeHad: true,
  toOutside: true,
};
const fiveFacts = ['recipientName', 'recipientAffiliation', 'discloserName', 'disclosedAt', 'nature'] as const;

test('a whole statement opens the chart', () => {
  expect(obstaclesToBreakingGlass(whole, now)).toEqual([]);
});

test('any of the five facts left blank is named, each at its field', () => {
  fc.assert(
    fc.property(fc.subarray([...fiveFacts], { minLength: 1 }), fc.constantFrom('', ' ', '\t\n', '\u00a0'), (left, blank) => {
      const statement = { ...whole, ...Object.fromEntries(left.map((fact) => [fact, blank])) };
      expect(obstaclesToBreakingGlass(statement, now).map(({ at }) => at)).toEqual(left);
    }),
  );
});

test('a time ahead, or more than a day ago, opens nothing', () => {
  for (const disclosedAt of ['2026-11-23T18:00:01Z', '2026-11-22T17:59:59Z']) {
    expect(obstaclesToBreakingGlass({ ...whole, disclosedAt }, now)).toMatchObject([{ code: 'emergency.time', at: 'disclosedAt' }]);
  }
});

test('without the word that consent cannot be had nothing opens', () => {
  expect(obstaclesToBreakingGlass({ ...whole, consentCannotBeHad: false }, now)).toMatchObject([{ code: 'emergency.consent' }]);
});

test('one verdict each, none on oneself, and none against without a reason', () => {
  const codes = (state: { verdict: 'appropriate' | null; staffId: string }, verdict: 'appropriate' | 'not-appropriate', reason = '') =>
    obstaclesToReview(state, 'me', verdict, reason).map(({ code }) => code);
  expect(codes({ verdict: null, staffId: 'other' }, 'appropriate')).toEqual([]);
  expect(codes({ verdict: 'appropriate', staffId: 'other' }, 'appropriate')).toEqual(['emergency.reviewed']);
  expect(codes({ verdict: null, staffId: 'me' }, 'appropriate')).toEqual(['emergency.own']);
  expect(codes({ verdict: null, staffId: 'other' }, 'not-appropriate', ' ')).toEqual(['emergency.reason']);
});
