import file from '#content/decision/cases.json' with { type: 'json' };
import { readFacts } from '#server/privacy/index.ts';

type Json = Record<string, unknown>;
/** One case of the decision: what is the fact, and what must come of it. Names stand for the actors, parties, records and consents of the file. */
export interface Case {
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

/** The facts of a case, names resolved. */
export function factsOf({ facts }: Case) {
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

/** All cases of content/decision/cases.json. */
export const cases: readonly Case[] = named.cases;
