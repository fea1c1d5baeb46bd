import { z } from 'zod';

const Override = z.string().trim().min(5, 'Write the reason in a few words.').max(500).optional();

export const PlanTransfer = z.object({
  bedId: z.uuid(),
  plannedFor: z.iso.datetime({ offset: true }).nullish(),
  reason: z.string().trim().max(300).default(''),
});
export const ReserveBed = z.object({ episodeId: z.uuid(), expectedOn: z.iso.date(), override: Override });

export type PlanTransfer = z.infer<typeof PlanTransfer>;
export type ReserveBed = z.infer<typeof ReserveBed>;
