import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClaimState } from './claim.ts';
import { stateAfter, type Heard } from './claim-state.rules.ts';

const heard = fc.constantFrom<Heard>(
  'batched',
  'sent',
  'file-accepted',
  'file-rejected',
  'claim-received',
  'claim-accepted',
  'claim-rejected',
  'paid',
  'denied',
  'reversed',
);
const follow = (all: readonly Heard[]) => all.reduce<ClaimState>(stateAfter, 'built');

test('the usual way ends in a payment', () => {
  expect(follow(['batched', 'sent', 'file-accepted', 'claim-accepted', 'paid'])).toBe('paid');
});

test('an acknowledgement that comes after the payment takes nothing back', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<Heard>('sent', 'file-accepted', 'file-rejected', 'claim-received', 'claim-accepted', 'claim-rejected')), (late) => {
      expect(follow(['batched', 'sent', 'paid', ...late])).toBe('paid');
    }),
  );
});

test('hearing the same twice changes nothing more', () => {
  fc.assert(fc.property(fc.array(heard), heard, (before, again) => void expect(follow([...before, again, again])).toBe(follow([...before, again]))));
});

test('a rejected claim stays rejected whatever is acknowledged later, until a payer decides it all the same', () => {
  const acknowledgements = fc.constantFrom<Heard>('batched', 'sent', 'file-accepted', 'file-rejected', 'claim-received', 'claim-accepted', 'claim-rejected');
  fc.assert(fc.property(fc.array(acknowledgements), (more) => void expect(follow(['batched', 'sent', 'claim-rejected', ...more])).toBe('rejected')));
  expect(follow(['batched', 'sent', 'claim-rejected', 'paid'])).toBe('paid');
});
