import { z } from 'zod';
import kinds from '#content/residence/leave-kinds.json' with { type: 'json' };

const At = z.iso.datetime({ offset: true });
export const StartLeave = z.object({
  kind: z.string().refine((code) => kinds.items.some((kind) => kind.code === code), 'Choose one of the kinds of leave.'),
  at: At.optional(),
  expectedBackAt: At.nullish(),
  note: z.string().trim().max(500).default(''),
});
export const ComeBack = z.object({ at: At.optional() });

export type StartLeave = z.infer<typeof StartLeave>;
