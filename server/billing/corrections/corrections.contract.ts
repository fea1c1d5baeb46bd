import { z } from 'zod';
import { ClaimState, Correction, Frequency } from '../claims/claims.contract.ts';

/** A claim with days that would not be billed so by now. */
export const ClaimToCorrect = Correction.extend({
  id: z.uuid(),
  number: z.string(),
  patientId: z.uuid(),
  patientName: z.string(),
  payerName: z.string(),
  state: ClaimState,
  amountCents: z.int(),
});
export const ClaimsToCorrect = z.object({ items: z.array(ClaimToCorrect) });
export type ClaimToCorrectReply = z.infer<typeof ClaimToCorrect>;

const reference = z
  .string()
  .trim()
  .max(50, 'A number has at most 50 characters.')
  .regex(/^[A-Za-z0-9 .\-/]*$/, 'Write the number in letters, digits, dots and hyphens.');
const because = z.string().trim().min(3, 'Say in a few words what is corrected and why.').max(200, 'Keep it under 200 characters.');
/**
 * What is corrected on the claim itself; coverage, address and providers are corrected where they are kept. An empty number is left out of the claim.
 * What a payer has taken is replaced only with a reason.
 */
export const ResubmitClaim = z.object({ reason: because.optional(), priorAuthorization: reference.optional(), referralNumber: reference.optional() });
/** The new claim, or what still holds the charge. `batchId` when it is already in a file. */
export const ResubmittedClaim = z.object({
  claimId: z.uuid().nullable(),
  number: z.string().nullable(),
  batchId: z.uuid().nullable(),
  frequency: Frequency,
  holds: z.array(z.object({ code: z.string(), says: z.string() })),
});
export const VoidReason = z.enum(['not-given', 'wrong-person', 'twice', 'wrong-payer'], 'Choose why the claim is taken back.');
export const VoidClaim = z.object({ reason: VoidReason, because });
/** The claim that asks the payer to forget the other. */
export const VoidedClaim = z.object({ claimId: z.uuid(), number: z.string(), batchId: z.uuid().nullable() });
export type ResubmittedClaimReply = z.infer<typeof ResubmittedClaim>;
export type VoidedClaimReply = z.infer<typeof VoidedClaim>;
