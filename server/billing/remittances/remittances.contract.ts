import { z } from 'zod';

export const RemittanceParams = z.object({ remittanceId: z.uuid() });
export const RemittancesQuery = z.object({ state: z.enum(['posted', 'quarantined']).optional(), limit: z.coerce.number().int().min(1).max(500).default(100) });

/** One payment of a payer, as the biller lists it. `reason` says why it waits. */
export const Remittance = z.object({
  id: z.uuid(),
  payerName: z.string(),
  trace: z.string(),
  method: z.string(),
  paidOn: z.iso.date().nullable(),
  paymentCents: z.int(),
  state: z.enum(['posted', 'quarantined']),
  reason: z.string().nullable(),
  claimCount: z.int(),
  matchedCount: z.int(),
  receivedAt: z.iso.datetime(),
  postedAt: z.iso.datetime().nullable(),
});
export const RemittanceList = z.object({ items: z.array(Remittance) });

/** Why a payer paid less than was charged: `says` what the code means, `next` what to do, `treatment` what we did with the amount. */
export const AdjudicatedAdjustment = z.object({
  group: z.string(),
  reason: z.string(),
  amountCents: z.int(),
  treatment: z.enum(['contractual', 'patient', 'denied']),
  says: z.string(),
  next: z.string(),
});

export const AdjudicatedClaim = z.object({
  claimId: z.uuid(),
  claimNumber: z.string(),
  patientId: z.uuid(),
  patientName: z.string(),
  status: z.string(),
  chargeCents: z.int(),
  paidCents: z.int(),
  contractualCents: z.int(),
  patientCents: z.int(),
  deniedCents: z.int(),
  adjustments: z.array(AdjudicatedAdjustment),
});

export const RemittanceDetail = Remittance.extend({
  claims: z.array(AdjudicatedClaim),
  unmatched: z.array(z.object({ id: z.uuid(), claimNumber: z.string(), paidCents: z.int() })),
  providerAdjustments: z.array(z.object({ reason: z.string(), reference: z.string().nullable(), amountCents: z.int() })),
});

/** Posting happens in the background; the remittance's state tells when it is done. */
export const PostingQueued = z.object({ queued: z.literal(true) });
export type RemittanceReply = z.infer<typeof Remittance>;
export type RemittanceDetailReply = z.infer<typeof RemittanceDetail>;
