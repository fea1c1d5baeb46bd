import { expect, test } from 'vitest';
import { cases, factsOf } from '#testing/decision-cases.ts';
import { decide } from './decide.ts';
import { obligations } from './facts.ts';
import { reasons } from './reasons.ts';

const sorted = (codes: readonly string[]) => obligations.filter((code) => codes.includes(code));

test.for(cases.map((one) => [`${one.id} ${one.title}: ${one.expect.outcome} ${one.expect.reason}`, one] as const))('%s', ([, one]) => {
  const facts = factsOf(one);
  const decision = decide(facts);
  expect({ outcome: decision.outcome, reason: decision.reason, obligations: decision.obligations }).toEqual({
    outcome: one.expect.outcome,
    reason: one.expect.reason,
    obligations: sorted(one.expect.obligations),
  });
  const withheld = Object.fromEntries(decision.withheld.map(({ recordId, reason }) => [recordId, reason]));
  if (one.expect.withheld) expect(withheld).toEqual(one.expect.withheld);
  if (one.expect.outcome === 'permit') expect(withheld).toEqual({});
  if (one.expect.outcome === 'deny' || one.expect.outcome === 'hold') expect(decision.released).toEqual([]);
  if (one.expect.redactions) expect(decision.redactions.map(({ recordId, part, of }) => [recordId, part, of])).toEqual(one.expect.redactions);
});

test('every reason that a decision can give is given in some case', () => {
  const seen = new Set(
    cases.flatMap((one) => {
      const { reason, withheld } = decide(factsOf(one));
      return [reason, ...withheld.map((part) => part.reason)];
    }),
  );
  const unseen = Object.keys(reasons).filter((code) => !(seen as ReadonlySet<string>).has(code));
  expect(unseen).toEqual([]);
});
