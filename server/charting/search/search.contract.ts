import { z } from 'zod';

export const NoteSearch = z.object({ q: z.string().trim().min(2, 'Type at least two letters.').max(200) });
const FoundNote = z.object({
  id: z.uuid(),
  kind: z.enum(['note', 'addendum']),
  title: z.string(),
  addendumTo: z.uuid().nullable(),
  patientId: z.uuid(),
  patientName: z.string(),
  programId: z.uuid(),
  programName: z.string(),
  signedAt: z.string(),
  signedBy: z.string(),
  snippet: z.array(z.object({ text: z.string(), isFound: z.boolean() })),
});
export type FoundNote = z.infer<typeof FoundNote>;
/** `more` tells that there are others, not how many. */
export const FoundNotes = z.object({ items: z.array(FoundNote), more: z.boolean() });
