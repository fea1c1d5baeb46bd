import { z } from 'zod';

export const InboundPath = z.object({ inboundId: z.uuid() });
export const PutAside = z.object({ reason: z.string().trim().min(3, 'Write why.').max(300) });

export const InboundReply = z.object({
  id: z.uuid(),
  name: z.string(),
  size: z.int(),
  contentType: z.string(),
  state: z.enum(['waiting', 'quarantined', 'duplicate', 'filed', 'put-aside']),
  reason: z.string(),
  receivedAt: z.string(),
});
export type InboundReply = z.infer<typeof InboundReply>;
/** `hasFolder` is false where no folder is watched. */
export const Inbox = z.object({ hasFolder: z.boolean(), items: z.array(InboundReply) });
