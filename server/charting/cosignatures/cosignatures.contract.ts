import { z } from 'zod';

/** `digest` is that of the text on the supervisor's screen: words that came later are read before they are signed. */
export const Cosign = z.object({ digest: z.string().length(64), attested: z.array(z.string().max(60)).max(10).default([]) });
export const ReturnNote = z.object({
  digest: z.string().length(64),
  /** At a section by its key, or as a whole with an empty one. */
  comments: z
    .array(z.object({ section: z.string().max(60).default(''), text: z.string().trim().min(3, 'Say what is to be mended.').max(4000) }))
    .min(1, 'Say what is to be mended.')
    .max(40),
});

export const Step = z.object({
  number: z.int(),
  state: z.enum(['asked', 'returned', 'cosigned', 'entered-in-error']),
  askedOfName: z.string().nullable(),
  dueAt: z.string().nullable(),
  byId: z.uuid(),
  by: z.string(),
  at: z.string(),
  attestations: z.array(z.object({ id: z.string(), words: z.string() })),
  comments: z.array(z.object({ section: z.string(), text: z.string() })),
});

/** Where a note stands since it was signed. `digest` is what a co-signature would cover today. */
export const Standing = z.object({
  state: z.enum(['asked', 'returned', 'cosigned', 'entered-in-error']),
  says: z.string(),
  source: z.string(),
  digest: z.string(),
  /** Statements that go with the co-signature. */
  attestations: z.array(z.object({ id: z.string(), words: z.string() })),
  steps: z.array(Step),
});
