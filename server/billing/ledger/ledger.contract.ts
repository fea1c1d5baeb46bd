import { z } from 'zod';

export const LedgerParams = z.object({ patientId: z.uuid() });
export const PostingParams = z.object({ journalId: z.uuid() });

export const Balance = z.object({ patientCents: z.int(), insuranceCents: z.int() });

/** A posting by what it changed: owed by the patient, owed by insurers, money that came, written off by contract. */
export const Posting = z.object({
  id: z.uuid(),
  kind: z.enum(['charge', 'correction', 'remittance', 'patient-payment', 'reversal', 'fee']),
  claimId: z.uuid().nullable(),
  memo: z.string(),
  effectiveOn: z.iso.date(),
  postedAt: z.iso.datetime(),
  reversed: z.boolean(),
  patientCents: z.int(),
  insuranceCents: z.int(),
  paidCents: z.int(),
  contractualCents: z.int(),
});
export const Ledger = Balance.extend({ items: z.array(Posting) });

/** Money taken at the desk. `id` is made by the client, so that a repeat after a lost answer posts once. */
export const TakePayment = z.object({
  id: z.uuid().optional(),
  amountCents: z.int().min(1, 'Enter an amount above zero.').max(10_000_000, 'Enter at most $100,000.'),
  method: z.enum(['cash', 'check', 'card']),
  reference: z.string().trim().max(60).optional(),
});
export const Posted = z.object({ id: z.uuid() });
export const ReversePosting = z.object({ reason: z.string().trim().min(3, 'Write why it is taken back.').max(200) });
export type LedgerReply = z.infer<typeof Ledger>;
