import fc from 'fast-check';
import { expect, test } from 'vitest';
import { obstaclesToAnswering, obstaclesToEnding, restrictionFacts } from './restricting.rules.ts';
import type { Restriction } from './restriction.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const now = Temporal.Instant.from('2026-11-23T18:00:00Z');

const kept = fc
  .record({
    kind: fc.constantFrom('ordinary' as const, 'self-pay' as const),
    state: fc.constantFrom('asked' as const, 'agreed' as const, 'refused' as const, 'ended' as const),
    wasAgreed: fc.boolean(),
    endedBy: fc.constantFrom('patient' as const, 'program' as const),
  })
  .map(({ kind, state, wasAgreed, endedBy }): Restriction => {
    const agreed = state === 'asked' ? null : state === 'ended' ? wasAgreed : state === 'agreed';
    const common = { id: 'r', patientId: 'p', programId: 'P', words: 'Please', purposes: ['HPAYMT'] as const, partyIds: null, classes: null, encounterIds: null };
    const ended = state === 'ended' ? { endedAt: now, endedBy } : { endedAt: null, endedBy: null };
    return {
      ...common,
      ...ended,
      kind,
      state,
      agreed,
      servedFrom: today,
      servedTo: today,
      askedAt: now,
      askedBy: 's',
      answeredAt: null,
      answeredBy: null,
      reason: null,
      paidOn: null,
      endedHow: null,
      endedWords: null,
      endedRecordedBy: null,
    };
  });

const answer = fc.record({ agreed: fc.boolean(), reason: fc.constantFrom('Because', null), paidOn: fc.constantFrom(today, null) });
const end = fc.record({
  by: fc.constantFrom('patient' as const, 'program' as const),
  how: fc.constantFrom('in-writing' as const, 'said-and-noted' as const, 'notice-given' as const),
  words: fc.constant('So it is'),
});

test('what is paid in full is never refused, and never ended by us', () => {
  fc.assert(
    fc.property(kept, answer, end, fc.boolean(), (restriction, said, ending, mayBind) => {
      if (restriction.kind !== 'self-pay') return;
      const mayAnswer = obstaclesToAnswering(restriction, said, { mayBind, today }).length === 0;
      expect(mayAnswer && !said.agreed && said.paidOn !== null).toBe(false);
      expect(obstaclesToEnding(restriction, ending, { mayBind, today }).length === 0 && ending.by === 'program').toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test('it binds when it is agreed to, and for self-pay from the asking; what was refused binds nobody', () => {
  fc.assert(
    fc.property(kept, (restriction) => {
      const { kind } = restrictionFacts(restriction);
      if (restriction.state === 'refused') expect(kind).toBe('requested');
      if (restriction.state === 'agreed') expect(kind).not.toBe('requested');
      if (restriction.state === 'asked') expect(kind).toBe(restriction.kind === 'self-pay' ? 'self-pay' : 'requested');
    }),
    { numRuns: 500 },
  );
});
