import type { z } from 'zod';

// zod's own words speak of types; the field was simply left empty.
function wordsFor(issue: z.core.$ZodIssue): string {
  return /^Invalid (input|UUID|option)/.test(issue.message) ? 'This is needed.' : issue.message;
}

/** What the contract says against these values, by field path as in `address.zip`. */
export function complaints(contract: z.ZodType, body: object): Record<string, string> {
  const parsed = contract.safeParse(body);
  if (parsed.success) return {};
  return Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join('.'), wordsFor(issue)]).toReversed());
}
