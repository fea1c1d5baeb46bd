import { z } from 'zod';
import { DischargeReason } from '#server/programs/episodes/episodes.contract.ts';

/** A moment that has passed; left out, it is now. */
const At = z.iso.datetime({ offset: true }).optional();
const Override = z.string().trim().min(5, 'Write the reason in a few words.').max(500).optional();

export const ResidencyPath = z.object({ residencyId: z.uuid() });
export const Arrive = z
  .object({ episodeId: z.uuid(), bedId: z.uuid().optional(), unitId: z.uuid().optional(), at: At, override: Override })
  .refine(({ bedId, unitId }) => bedId !== undefined || unitId !== undefined, { path: ['bedId'], message: 'Choose a bed, or a unit to arrive in without one.' });
export const MoveTo = z.object({ bedId: z.uuid(), at: At, override: Override });
export const SwapWith = z.object({ withResidencyId: z.uuid(), at: At, override: Override });
export const FreeBed = z.object({ at: At });
export const Depart = z.object({ at: At, reason: DischargeReason, discharge: z.boolean().default(true) });
export const PlanDeparture = z.object({ on: z.iso.date().nullable() });
export const Arrived = z.object({ residencyId: z.uuid() });
export const FitQuery = z.object({ bedId: z.uuid(), residencyId: z.uuid().optional(), episodeId: z.uuid().optional(), withResidencyId: z.uuid().optional() });
export const Fit = z.object({
  obstacles: z.array(z.object({ code: z.string(), says: z.string(), at: z.string().optional(), yieldsToReason: z.boolean() })),
});

export type Arrive = z.infer<typeof Arrive>;
export type MoveTo = z.infer<typeof MoveTo>;
export type SwapWith = z.infer<typeof SwapWith>;
export type Depart = z.infer<typeof Depart>;
export type FitQuery = z.infer<typeof FitQuery>;
export type Fit = z.infer<typeof Fit>;
