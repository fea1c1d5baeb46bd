import fc from 'fast-check';
import { expect, test } from 'vitest';
import { world } from '#testing/worlds.ts';
import { rule } from './decide.ts';
import type { Decision } from './decision.ts';
import { explain } from './explain.rules.ts';
import type { Facts } from './request.ts';

const runs = { numRuns: Number(process.env['WORLDS'] ?? 500) };
const decided = (facts: Facts): Decision => ({ ...rule(facts), inputHash: '' });

test('who may not know reads the same words whether records stay or none exist', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(world, (facts) => {
      const decision = decided(facts);
      const told = explain(facts, decision, false);
      const withoutThem = { ...decision, outcome: 'permit' as const, withheld: [], redactions: [] };
      if (decision.released.length > 0) expect(told).toEqual(explain(facts, { ...withoutThem, obligations: decision.obligations }, false));
      else expect(told).toEqual(explain({ ...facts, records: [] }, decided({ ...facts, records: [] }), false));
    }),
    runs,
  );
});

test('who may know reads a reason and a citation for each record that stays', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(world, (facts) => {
      const decision = decided(facts);
      const { because, mustDo } = explain(facts, decision);
      for (const { recordId, reason } of decision.withheld) expect(because.find((line) => line.recordId === recordId)).toMatchObject({ reason });
      for (const { says, citation } of because) expect([says, citation].every((text) => text.length > 5)).toBe(true);
      expect(mustDo.length).toBe(decision.obligations.length);
    }),
    runs,
  );
});
