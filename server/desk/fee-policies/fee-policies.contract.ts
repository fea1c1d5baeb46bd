import { z } from 'zod';

const amount = z.int().min(0, 'An amount is nothing or more.').max(100_000, 'At most $1,000.');

const Terms = z.object({
  lateHours: z.int().min(0, 'Nothing or more hours.').max(336, 'At most 14 days.'),
  noShowCents: amount,
  lateCancelCents: amount,
  free: z.int().min(0, 'Nothing or more visits.').max(20, 'At most 20 visits.'),
  freeInDays: z.int().min(1, 'At least a day.').max(730, 'At most two years.'),
});

/** `id` is made by the client: sent twice it is one decision. */
export const DecideFeePolicy = Terms.extend({
  id: z.uuid(),
  validFrom: z.iso.date('Give the day, such as 2026-12-01.'),
  reason: z.string().trim().min(5, 'Write who decided this and why.').max(300),
});

export const ProgramPath = z.object({ programId: z.uuid() });

const Held = Terms.extend({
  validFrom: z.iso.date(),
  says: z.string(),
  reason: z.string(),
  /** Null for what the product proposes. */
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
});

/** What one program asks for: now, later and before. */
export const ProgramFees = z.object({ programId: z.uuid(), programName: z.string(), inForce: Held.nullable(), coming: z.array(Held), former: z.array(Held) });

export const FeePolicies = z.object({
  items: z.array(ProgramFees),
  /** Whom nobody may charge, whatever is decided here. */
  neverCharged: z.array(z.object({ says: z.string(), source: z.string(), verifiedOn: z.iso.date().nullable() })),
});

export type DecideFeePolicy = z.infer<typeof DecideFeePolicy>;
export type ProgramFees = z.infer<typeof ProgramFees>;
export type FeePolicies = z.infer<typeof FeePolicies>;
