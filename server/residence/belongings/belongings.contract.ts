import { z } from 'zod';

const Signature = z.string().trim().min(2, 'Write the name as the person signed, or why they did not.').max(120);

/** A list as it was signed when somebody came. Each thing sent twice is one. */
export const ReceiveBelongings = z.object({
  signature: Signature,
  items: z
    .array(
      z.object({
        id: z.uuid(),
        what: z.string().trim().min(1, 'Say what it is.').max(200),
        number: z.int().min(1).max(1000).default(1),
        storage: z.string().trim().min(1, 'Say where it is kept.').max(100),
      }),
    )
    .min(1, 'A list names at least one thing.')
    .max(100),
});
export const ReturnBelongings = z.object({ signature: Signature, ids: z.array(z.uuid()).min(1, 'Choose what is given back.').max(100) });
export const Belongings = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      what: z.string(),
      number: z.int(),
      storage: z.string(),
      receivedAt: z.iso.datetime(),
      receivedSignature: z.string(),
      returnedAt: z.iso.datetime().nullable(),
      returnedSignature: z.string().nullable(),
    }),
  ),
});

export type ReceiveBelongings = z.infer<typeof ReceiveBelongings>;
export type ReturnBelongings = z.infer<typeof ReturnBelongings>;
