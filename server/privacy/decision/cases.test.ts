import { expect, test } from 'vitest';
import file from '#content/decision/cases.json' with { type: 'json' };
import { decide } from './decide.ts';
import { readFacts } from './facts-file.ts';
import { obligations } from './facts.ts';
import { reasons } from './reasons.ts';

type Json = Record<string, unknown>;
interface Case {
  readonly id: string;
  readonly title: string;
  readonly facts: Json & {
    readonly actor: string;
    readonly records: readonly (string | Json)[];
    readonly consents: readonly (string | Json)[];
    readonly recipient?: string | Json;
  };
  readonly expect: {
    readonly outcome: string;
    readonly reason: string;
    readonly obligations: readonly string[];
    readonly withheld?: Record<string, string>;
    readonly redactions?: readonly (readonly string[])[];
  };
}
const named = file as unknown as { world: Json; actors: Json; parties: Json; consents: Json; records: Record<string, Json[]>; cases: Case[] };

/** A name stands for its entry, `{ use: name, ... }` for the entry with parts changed, and anything else for itself. */
function meaning(entries: Json, said: string | Json): Json {
  if (typeof said === 'string') return entries[said] as Json;
  const { use, ...changes } = said;
  return { ...(use === undefined ? {} : (entries[use as string] as Json)), ...changes };
}

function factsOf({ facts }: Case) {
  const { actor, records, consents, recipient, ...rest } = facts;
  return readFacts({
    ...named.world,
    ...rest,
    actor: meaning(named.actors, actor),
    ...(recipient === undefined ? {} : { recipient: meaning(named.parties, recipient) }),
    consents: consents.map((said) => meaning(named.consents, said)),
    records: records.flatMap((said) => (typeof said === 'string' ? (named.records[said] ?? []) : [said])),
  });
}

const sorted = (codes: readonly string[]) => obligations.filter((code) => codes.includes(code));

test.for(named.cases.map((one) => [`${one.id} ${one.title}: ${one.expect.outcome} ${one.expect.reason}`, one] as const))('%s', ([, one]) => {
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
    named.cases.flatMap((one) => {
      const { reason, withheld } = decide(factsOf(one));
      return [reason, ...withheld.map((part) => part.reason)];
    }),
  );
  const unseen = Object.keys(reasons).filter((code) => !(seen as ReadonlySet<string>).has(code));
  expect(unseen).toEqual([]);
});
