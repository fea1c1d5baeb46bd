import { z } from 'zod';

export const ClaimState = z.enum(['built', 'batched', 'sent', 'acknowledged', 'accepted', 'rejected', 'paid', 'denied', 'reversed', 'replaced', 'voided', 'done']);
/** X12 CLM05-3: 1 an original, 7 in the place of another claim, 8 voids another. */
export const Frequency = z.enum(['1', '7', '8']);
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
  frequency: Frequency,
  codes: z.array(z.string()),
  updatedAt: z.iso.datetime(),
  lastEvent: z.string().nullable(),
});
export const ClaimList = z.object({ items: z.array(Claim) });

const Adjustment = z.object({ group: z.string(), reason: z.string(), amountCents: z.int(), says: z.string(), next: z.string() });
/** What days on a claim would say by now, and what is to be done about it. */
export const Correction = z.object({
  act: z.enum(['replace', 'void', 'mend', 'wait']),
  says: z.string(),
  becomesCents: z.int(),
  days: z.array(z.object({ day: z.iso.date(), says: z.string(), isGone: z.boolean(), amountCents: z.int() })),
});
/** One claim: no narrative, only what was billed and how it was judged. */
export const ClaimDetail = Claim.extend({
  /** The payer's number of the claim that this one replaces or voids, and which of ours that is. */
  originalNumber: z.string().nullable(),
  corrects: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  /** Why it replaces or voids another, in the words of who sent it. */
  because: z.string().nullable(),
  /** The last claim that replaces or voids this one. */
  correctedWith: z.object({ id: z.uuid(), number: z.string(), frequency: Frequency }).nullable(),
  payerClaimNumber: z.string().nullable(),
  priorAuthorization: z.string().nullable(),
  referralNumber: z.string().nullable(),
  /** How it can be sent again, in words; null while nothing calls for it. `obstacle` says why it cannot be. */
  resubmission: z.object({ frequency: Frequency, says: z.string(), obstacle: z.string().nullable() }).nullable(),
  /** How it can be voided, in words; null where there is nothing to take back. */
  voiding: z.object({ says: z.string(), obstacle: z.string().nullable() }).nullable(),
  /** What changed of its days since it was built; null while both agree. */
  changed: Correction.nullable(),
  diagnoses: z.array(z.string()),
  placeOfService: z.string(),
  memberId: z.string(),
  lines: z.array(
    z.object({
      number: z.string(),
      code: z.string(),
      modifiers: z.array(z.string()),
      units: z.int(),
      amountCents: z.int(),
      /** First day, and the last one of a span; null where it is the day of the claim. */
      servedOn: z.iso.date().nullable(),
      servedThrough: z.iso.date().nullable(),
    }),
  ),
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
