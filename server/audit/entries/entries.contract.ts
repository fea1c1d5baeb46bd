import { z } from 'zod';

const Instant = z.iso.datetime({ offset: true, message: 'Write an instant such as 2026-11-23T18:00:00Z.' });

export const AuditedPatient = z.object({ patientId: z.uuid() });

const page = {
  /** `next` of the page before. */
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  from: Instant.optional(),
  to: Instant.optional(),
};

/** `action` is a whole word (`note.sign`) or the part before the dot (`note`). */
export const EntryQuery = z.object({
  ...page,
  actorId: z.uuid().optional(),
  patientId: z.uuid().optional(),
  action: z
    .string()
    .regex(/^[a-z-]+(\.[a-z-]+)?$/)
    .optional(),
  outcome: z.enum(['done', 'denied', 'failed']).optional(),
  purpose: z
    .string()
    .regex(/^[A-Z]{2,10}$/)
    .optional(),
  sessionId: z.uuid().optional(),
  traceId: z.uuid().optional(),
});

/** The same filters for a file; at most 50,000 entries. */
export const ExportQuery = EntryQuery.omit({ cursor: true, limit: true });

export const AccessQuery = z.object(page);

/** Who did what to whom, when, why and from where; names of fields but never their values. */
export const Entry = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  action: z.string(),
  outcome: z.enum(['done', 'denied', 'failed']),
  purpose: z.string(),
  actor: z.object({ kind: z.string(), id: z.uuid().nullable(), name: z.string(), roles: z.array(z.string()) }),
  patientIds: z.array(z.uuid()),
  subject: z.object({ kind: z.string(), id: z.string().nullable() }).nullable(),
  programId: z.uuid().nullable(),
  reason: z.string().nullable(),
  fields: z.array(z.string()),
  details: z.record(z.string(), z.unknown()),
  sessionId: z.uuid().nullable(),
  address: z.string().nullable(),
  device: z.string().nullable(),
  traceId: z.string().nullable(),
  isSealed: z.boolean(),
});

export const EntryPage = z.object({ items: z.array(Entry), next: z.string().optional() });

/** State of the chain, for the review screen. */
export const ChainState = z.object({
  blocks: z.int(),
  sealedEntries: z.int(),
  unsealedEntries: z.int(),
  lastSealedAt: z.iso.datetime().nullable(),
  lastHash: z.string().nullable(),
});
