import { z } from 'zod';

export const HandOffPath = z.object({ handOffId: z.uuid() });
/** Sent twice with the same id it is one. */
export const SignHandOff = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  lines: z
    .array(z.object({ residencyId: z.uuid(), happened: z.string().trim().max(2000).default(''), openMatters: z.string().trim().max(2000).default('') }))
    .min(1, 'A hand-off speaks of at least one person.')
    .max(300),
});
const Line = z.object({ residencyId: z.uuid(), patientId: z.uuid(), name: z.string(), happened: z.string(), openMatters: z.string() });
export const HandOffs = z.object({
  shift: z.object({ code: z.string(), says: z.string(), startsAt: z.iso.datetime() }),
  /** Who lives in the unit, with what is on record since the shift began and what the last hand-off left open. */
  people: z.array(z.object({ residencyId: z.uuid(), patientId: z.uuid(), name: z.string(), place: z.string(), facts: z.array(z.string()), openMatters: z.string() })),
  /** The latest first. */
  items: z.array(
    z.object({
      id: z.uuid(),
      shift: z.string(),
      signedAt: z.iso.datetime(),
      signedById: z.uuid(),
      signedByName: z.string(),
      acknowledgedAt: z.iso.datetime().nullable(),
      acknowledgedByName: z.string().nullable(),
      lines: z.array(Line),
    }),
  ),
});

export type SignHandOff = z.infer<typeof SignHandOff>;
export type HandOffs = z.infer<typeof HandOffs>;
