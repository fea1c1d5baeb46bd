import { z } from 'zod';

/** How the clearinghouse is reached. The password is never shown; leave it out to keep it. */
export const KeepConnection = z.object({
  host: z.string().trim().min(1, 'Enter the host name.').max(253),
  port: z.int().min(1).max(65535),
  username: z.string().trim().min(1, 'Enter the user name.').max(100),
  password: z.string().min(1).max(200).optional(),
  hostKeySha256: z.string().regex(/^(SHA256:)?[A-Za-z0-9+/]{43}=?$/, 'Enter the SHA-256 fingerprint of the host key as the clearinghouse publishes it (SHA256:…).'),
  senderId: z.string().trim().min(1).max(15),
  receiverId: z.string().trim().min(1).max(15),
  receiverName: z.string().trim().min(1).max(60),
  inboundFolder: z.string().trim().min(1).max(200).default('/inbound'),
  outboundFolder: z.string().trim().min(1).max(200).default('/outbound'),
  usage: z.enum(['T', 'P']),
});
export const Connection = KeepConnection.omit({ password: true }).extend({ checkedAt: z.iso.datetime().nullable(), trouble: z.string().nullable() });

/** A file of claims on its way. `trouble` is why the last try failed; it is tried again by itself. */
export const BatchOnTheWay = z.object({
  id: z.uuid(),
  fileName: z.string(),
  state: z.enum(['queued', 'sent', 'acknowledged', 'rejected']),
  claimCount: z.int(),
  totalCents: z.int(),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  attempts: z.int(),
  trouble: z.string().nullable(),
});
export const Clearinghouse = z.object({ connection: Connection.nullable(), batches: z.array(BatchOnTheWay) });
export const PollQueued = z.object({ queued: z.literal(true) });
export type ClearinghouseReply = z.infer<typeof Clearinghouse>;
