import { expect, test } from 'vitest';
import { proposalFor, remainingCents } from './proposal.rules.ts';
import { wayBack, wayToVoid, type ClaimToSendAgain } from './resubmission.rules.ts';

const original: ClaimToSendAgain = { state: 'paid', frequency: '1', payerClaimNumber: 'ICN1', originalNumber: null, wasAccepted: true, isTakenBack: false };

test.each([
  ['rejected', null, false, '1', null],
  ['rejected', 'ICN1', false, '1', null],
  ['rejected', 'ICN1', true, '7', 'ICN1'],
  ['accepted', 'ICN1', true, '7', 'ICN1'],
  ['denied', 'ICN1', true, '7', 'ICN1'],
  ['paid', 'ICN1', true, '7', 'ICN1'],
] as const)('a claim %s, known to the payer as %s, goes out again as frequency', (state, payerClaimNumber, wasAccepted, frequency, originalNumber) => {
  expect(wayBack({ ...original, state, payerClaimNumber, wasAccepted })).toMatchObject({ frequency, originalNumber, obstacle: null });
});

test('what is on its way has no way back, and what was taken without a number waits for one', () => {
  for (const state of ['built', 'batched', 'sent', 'acknowledged', 'replaced', 'done'] as const) {
    expect(wayBack({ ...original, state })).toBeNull();
    expect(wayToVoid({ ...original, state })).toBeNull();
  }
  for (const state of ['accepted', 'denied'] as const) {
    expect(wayBack({ ...original, state, payerClaimNumber: null })?.obstacle).toMatch(/number/);
    expect(wayToVoid({ ...original, state, payerClaimNumber: null })?.obstacle).toMatch(/number/);
  }
});

test('a correction that was returned stays a correction of the same claim, and a void a void; neither ever becomes an original', () => {
  const returned = { ...original, state: 'rejected', payerClaimNumber: null, originalNumber: 'ICN1', wasAccepted: false } as const;
  for (const frequency of ['7', '8'] as const) expect(wayBack({ ...returned, frequency })).toMatchObject({ frequency, originalNumber: 'ICN1' });
  expect(wayToVoid({ ...returned, frequency: '8' })).toBeNull();
});

test('what was voided goes out as a new original, once the payer has taken it back', () => {
  const voided = { ...original, state: 'voided' } as const;
  expect(wayBack(voided)).toMatchObject({ frequency: '1', obstacle: expect.stringContaining('duplicate') });
  expect(wayBack({ ...voided, isTakenBack: true })).toMatchObject({ frequency: '1', obstacle: null });
});

test('days that changed ask for a void when none is left, for a replacement when some are, and for nothing yet while the claim is on its way', () => {
  const day = (isGone: boolean) => ({ day: Temporal.PlainDate.from('2026-11-23'), says: 'Was away.', isGone, amountCents: 100 });
  const claim = { state: 'paid', payerClaimNumber: 'ICN1', chargeCount: 2, amountCents: 200, days: [day(true)] } as const;
  const act = (more: object) => proposalFor({ ...claim, ...more }).act;
  expect([act({}), act({ days: [day(true), day(true)] }), act({ days: [day(false)] })]).toEqual(['replace', 'void', 'mend']);
  expect([act({ state: 'built' }), act({ state: 'sent' }), act({ state: 'accepted', payerClaimNumber: null })]).toEqual(['wait', 'wait', 'wait']);
  expect(remainingCents({ ...claim, days: [day(true), day(false)] })).toBe(100);
});
