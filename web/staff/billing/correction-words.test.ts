import { expect, test } from 'vitest';
import { VoidReason } from '#server/billing/corrections/corrections.contract.ts';
import { changeWords, voidReasons } from './correction-words.ts';

test('each reason to void can be chosen, and what changed becomes the reason of a correction', () => {
  expect(voidReasons.map(({ code }) => code)).toEqual(VoidReason.options);
  const day = (on: string) => ({ day: on, says: 'On leave.', isGone: true, amountCents: 1 });
  const changed = { act: 'void' as const, says: '', becomesCents: 0, days: [day('2026-11-23'), day('2026-11-24')] };
  expect(changeWords({ changed })).toBe('11/23/2026: On leave. And 1 more.');
  expect(changeWords({ changed: null })).toBe('');
});
