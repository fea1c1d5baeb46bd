import { z } from 'zod';

/** A reply of ours that its own contract refuses: a bug of the server, whatever was asked. Its message names route and fields, and no value. */
export class BrokenReply extends Error {}

function namesIn(schema: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (schema === null || typeof schema !== 'object') return found;
  for (const [key, part] of Object.entries(schema)) {
    if (key === 'properties' && part !== null) for (const name of Object.keys(part as object)) found.add(name);
    namesIn(part, found);
  }
  return found;
}

/** Where a reply breaks its contract, each place once. Places in lists and keys that are no fields stand as `*`: a key may be data. */
export function brokenReply(route: { readonly method: string; readonly path: string }, contract: z.ZodType, { issues }: z.ZodError): BrokenReply {
  const names = namesIn(z.toJSONSchema(contract, { unrepresentable: 'any' }));
  const places = issues.map(({ path, code }) => `${path.map((step) => (names.has(String(step)) ? String(step) : '*')).join('.') || 'the whole'} (${code})`);
  return new BrokenReply(`${route.method} ${route.path}: the reply breaks its contract at ${[...new Set(places)].join(', ')}`);
}
