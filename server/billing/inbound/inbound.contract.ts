import { z } from 'zod';

/** What became of a file handed in: `duplicate` when the same bytes came before. Working it goes on in the background. */
export const ReceivedFile = z.object({ fileId: z.uuid(), state: z.enum(['received', 'duplicate']) });

export const QuarantinedFile = z.object({ id: z.uuid(), name: z.string(), kind: z.string(), reason: z.string(), receivedAt: z.iso.datetime() });

/** Everything from outside that waits for a person, with the reason. */
export const Quarantine = z.object({
  files: z.array(QuarantinedFile),
  remittances: z.array(z.object({ id: z.uuid(), payerName: z.string(), trace: z.string(), paymentCents: z.int(), reason: z.string(), receivedAt: z.iso.datetime() })),
  unmatchedClaims: z.array(
    z.object({ id: z.uuid(), remittanceId: z.uuid(), payerName: z.string(), claimNumber: z.string(), paidCents: z.int(), receivedAt: z.iso.datetime() }),
  ),
});
export const InboundQuery = z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) });
export const InboundFile = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.string(),
  size: z.int(),
  state: z.enum(['received', 'processed', 'quarantined', 'duplicate']),
  reason: z.string().nullable(),
  receivedAt: z.iso.datetime(),
});
export const InboundFileList = z.object({ items: z.array(InboundFile) });
export type QuarantineReply = z.infer<typeof Quarantine>;
