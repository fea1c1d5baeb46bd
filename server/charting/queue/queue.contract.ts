import { z } from 'zod';

const common = { patientId: z.uuid(), patientName: z.string(), title: z.string(), programName: z.string(), servedAt: z.string(), isOverdue: z.boolean() };
const Statement = z.object({ id: z.string(), words: z.string() });

export const DraftWaiting = z.object({ ...common, draftId: z.uuid(), dueAt: z.string() });
export const NoteWaiting = z.object({
  ...common,
  noteId: z.uuid(),
  author: z.string(),
  askedOfName: z.string().nullable(),
  at: z.string(),
  dueAt: z.string().nullable(),
  comment: z.string(),
  attestations: z.array(Statement),
});
export const SignatureQueue = z.object({
  toSign: z.array(DraftWaiting),
  toCosign: z.array(NoteWaiting),
  returned: z.array(NoteWaiting),
  supervisors: z.array(z.object({ name: z.string(), waiting: z.int(), oldest: z.string() })),
});

/** `versions` and `digest` are those of the text that was opened and read: what was not read is not signed. */
export const SignMany = z.object({
  password: z.string().max(200).default(''),
  drafts: z.array(z.object({ draftId: z.uuid(), versions: z.record(z.string(), z.int()), attested: z.array(z.string().max(60)).max(10).optional() })).max(60),
  cosignatures: z.array(z.object({ noteId: z.uuid(), digest: z.string().length(64), attested: z.array(z.string().max(60)).max(10) })).max(60),
});
export const SignedMany = z.object({ signed: z.int(), cosigned: z.int() });

export type DraftWaiting = z.infer<typeof DraftWaiting>;
export type NoteWaiting = z.infer<typeof NoteWaiting>;
export type SignatureQueue = z.infer<typeof SignatureQueue>;
