import { z } from 'zod';

export const ClaimState = z.enum(['built', 'batched', 'sent', 'acknowledged', 'accepted', 'rejected', 'paid', 'denied', 'reversed']);
export const ClaimsQuery = z.object({ state: ClaimState.optional(), limit: z.coerce.number().int().min(1).max(500).default(200) });
export const ClaimParams = z.object({ claimId: z.uuid() });

/** Which charges to build claims of; all that are ready when none are named. */
export const BuildClaims = z.object({ chargeIds: z.array(z.uuid()).max(5000).optional() });
export const BuiltClaims = z.object({ built: z.int(), held: z.int(), claimIds: z.array(z.uuid()) });
/** Which built claims to send; without names everything that is ready is built and sent. */
export const SubmitClaims = z.object({ claimIds: z.array(z.uuid()).max(5000).optional() });
export const SubmittedClaims = z.object({ batchId: z.uuid().nullable(), claims: z.int() });

export const Claim = z.object({
  id: z.uuid(),
  number: z.string(),
  patientId: z.uuid(),
  patientName: z.string(),
  mrn: z.string(),
  payerName: z.string(),
  servedOn: z.iso.date(),
  amountCents: z.int(),
  paidCents: z.int(),
  patientCents: z.int(),
  adjustedCents: z.int(),
  state: ClaimState,
  codes: z.array(z.string()),
  updatedAt: z.iso.datetime(),
  lastEvent: z.string().nullable(),
});
export const ClaimList = z.object({ items: z.array(Claim) });

const Adjustment = z.object({ group: z.string(), reason: z.string(), amountCents: z.int(), says: z.string(), next: z.string() });
/** One claim: no narrative, only what was billed and how it was judged. */
export const ClaimDetail = Claim.extend({
  diagnoses: z.array(z.string()),
  placeOfService: z.string(),
  memberId: z.string(),
  lines: z.array(z.object({ number: z.string(), code: z.string(), modifiers: z.array(z.string()), units: z.int(), amountCents: z.int() })),
  judgements: z.array(
    z.object({
      remittanceId: z.uuid(),
      status: z.string(),
      paidOn: z.iso.date().nullable(),
      trace: z.string(),
      paidCents: z.int(),
      contractualCents: z.int(),
      patientCents: z.int(),
      deniedCents: z.int(),
      adjustments: z.array(Adjustment),
    }),
  ),
});

export const ClaimEvent = z.object({ id: z.uuid(), at: z.iso.datetime(), kind: z.string(), says: z.string(), amountCents: z.int().nullable() });
export const Timeline = z.object({ items: z.array(ClaimEvent) });

const Count = z.object({ state: z.string(), count: z.int(), amountCents: z.int() });
export const BillingSummary = z.object({ claims: z.array(Count), charges: z.array(Count) });
export type ClaimReply = z.infer<typeof Claim>;
export type ClaimDetailReply = z.infer<typeof ClaimDetail>;
