import { z } from 'zod';

export const SnippetPath = z.object({ snippetId: z.uuid() });

/** A word and what it unfolds into; without a program it is one's own. */
export const KeepSnippet = z.object({
  programId: z.uuid().nullable(),
  trigger: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9-]{1,20}$/, 'Small letters, digits and hyphens, at most 20, without the semicolon.'),
  text: z
    .string()
    .max(4000, 'A snippet holds at most 4,000 characters.')
    .transform((text) => text.replaceAll('\0', '').toWellFormed())
    .pipe(z.string().min(1, 'Write what it unfolds into.')),
});
export const OwnSnippet = z.object({
  id: z.uuid(),
  programId: z.uuid().nullable(),
  programName: z.string().nullable(),
  trigger: z.string(),
  text: z.string(),
  changedBy: z.string(),
});
export const SnippetList = z.object({ items: z.array(OwnSnippet) });

export type KeepSnippet = z.infer<typeof KeepSnippet>;
export type OwnSnippet = z.infer<typeof OwnSnippet>;
