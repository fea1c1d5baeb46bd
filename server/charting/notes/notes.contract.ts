import { z } from 'zod';
import { Standing } from '../cosignatures/cosignatures.contract.ts';
import { DraftHeader } from '../drafts/drafts.contract.ts';

export const NotePath = z.object({ noteId: z.uuid() });

/** `versions` are the sections' versions on the signer's screen: words that came later are shown before they are signed. */
export const SignDraft = z.object({ versions: z.record(z.string(), z.int()).optional(), attested: z.array(z.string().max(60)).max(10).optional() });

export const NoteSummary = z.object({
  id: z.uuid(),
  kind: z.enum(['note', 'addendum', 'amendment', 'error']),
  title: z.string(),
  programId: z.uuid(),
  programName: z.string(),
  appointmentId: z.uuid().nullable(),
  addendumTo: z.uuid().nullable(),
  startedAt: z.string().nullable(),
  minutes: z.int().nullable(),
  signedAt: z.string(),
  signedById: z.uuid(),
  signedBy: z.string(),
  addenda: z.int(),
  isAmended: z.boolean(),
  isInError: z.boolean(),
});
export const NoteList = z.object({ items: z.array(NoteSummary), next: z.string().optional() });
export const NotesQuery = z.object({ before: z.iso.datetime({ offset: true }).optional(), limit: z.coerce.number().int().min(1).max(100).optional() });

const RenderedPart = z.object({
  key: z.string(),
  label: z.string(),
  text: z.string(),
  head: z.array(z.string()).optional(),
  rows: z.array(z.array(z.string())).optional(),
  privacy: z.string().optional(),
  carried: z.boolean().optional(),
  formatted: z.boolean().optional(),
});
const SealedSection = z.object({ key: z.string(), label: z.string(), text: z.string(), parts: z.array(RenderedPart).optional() });
export const Amendment = z.object({
  id: z.uuid(),
  reason: z.string(),
  sections: z.array(SealedSection),
  signedAt: z.string(),
  signedBy: z.string(),
  credential: z.string().nullable(),
  intact: z.boolean(),
});
export const Addendum = z.object({ id: z.uuid(), text: z.string(), signedAt: z.string(), signedBy: z.string(), credential: z.string().nullable(), intact: z.boolean() });

/** A signed note. `intact` is false when the stored record no longer matches its digest. */
export const NoteReply = z.object({
  id: z.uuid(),
  kind: z.enum(['note', 'addendum', 'amendment', 'error']),
  title: z.string(),
  patientId: z.uuid(),
  patientName: z.string(),
  programId: z.uuid(),
  programName: z.string(),
  appointmentId: z.uuid().nullable(),
  addendumTo: z.uuid().nullable(),
  template: z.object({ code: z.string(), version: z.int(), name: z.string() }).nullable(),
  header: DraftHeader.nullable(),
  minutes: z.int().nullable(),
  service: z.string().nullable(),
  sections: z.array(SealedSection),
  /** Answers of a form with fields, as a later note may carry them forward. */
  answers: z.record(z.string(), z.string()).optional(),
  /** When it was due, in a note that was signed later. */
  lateSince: z.string().optional(),
  diagnoses: z.array(z.object({ code: z.string(), description: z.string() })),
  signedAt: z.string(),
  signedById: z.uuid(),
  signedBy: z.string(),
  credential: z.string().nullable(),
  supervisorId: z.uuid().nullable(),
  supervisorName: z.string().nullable(),
  digest: z.string(),
  intact: z.boolean(),
  addenda: z.array(Addendum),
  /** Corrected texts laid over the note, the oldest first; the note itself stays in `sections`. */
  amendments: z.array(Amendment),
  error: z.object({ reason: z.string(), at: z.string(), by: z.string() }).nullable(),
  attestations: z.array(z.object({ id: z.string(), words: z.string() })),
  /** Null for a note of which no co-signature was asked and which stands. */
  standing: Standing.nullable(),
});

/** `id` is made by the client, so that a retry adds once. */
export const NewAddendum = z.object({ id: z.uuid().optional(), text: z.string().trim().min(1, 'Write the addendum.').max(100_000) });

/** `sections` by their key in the corrected words; those left out stay. */
export const AmendNote = z.object({
  id: z.uuid().optional(),
  reason: z.string().trim().min(3, 'Say why it is corrected.').max(1000),
  sections: z.record(z.string().max(60), z.string().max(100_000)),
});
export const MarkError = z.object({ reason: z.string().trim().min(3, 'Say what is wrong with it.').max(1000) });

/** Where the note of each appointment stands, for the day's list. */
export const NoteStatesQuery = z.object({
  appointmentIds: z
    .string()
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(z.uuid()).max(500)),
});
export const NoteStateList = z.object({
  items: z.array(z.object({ appointmentId: z.uuid(), state: z.enum(['open', 'discarded', 'signed']), draftId: z.uuid().nullable(), noteId: z.uuid().nullable() })),
});

export type NoteReply = z.infer<typeof NoteReply>;
export type NoteSummary = z.infer<typeof NoteSummary>;
