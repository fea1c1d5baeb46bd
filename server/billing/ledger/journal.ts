import type { Cents } from '#server/platform/index.ts';

/** Accounts of a patient's ledger. Debits are positive, credits negative. */
export type Account = 'receivable-insurance' | 'receivable-patient' | 'revenue' | 'contractual' | 'cash-insurance' | 'cash-patient';

/** The lines of one posting, by account. */
export type Lines = Readonly<Partial<Record<Account, Cents>>>;

/** A posting about to be written. Its lines sum to zero. */
export interface NewJournal {
  readonly id: string;
  readonly patientId: string;
  readonly programId: string;
  readonly kind: 'charge' | 'correction' | 'remittance' | 'patient-payment' | 'reversal' | 'fee';
  readonly claimId?: string;
  readonly chargeId?: string;
  readonly remittanceId?: string;
  readonly reversalOf?: string;
  readonly memo: string;
  readonly effectiveOn: Temporal.PlainDate;
  readonly lines: Lines;
}
