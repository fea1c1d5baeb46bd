import type { ClaimState } from '../claims/claim.ts';

/**
 * Why a claim is taken back whole. wrong-payer: its charges wait for another plan; with all others nothing of it is billed any more.
 * not-given: the service was not given, or not as billed. wrong-person: it was somebody else's. twice: it was billed before.
 */
export type VoidReason = 'not-given' | 'wrong-person' | 'twice' | 'wrong-payer';

/** What is to be done about a claim with days that would not be billed so by now. mend: something may still be brought. wait: nothing can be sent yet. */
export interface Proposal {
  readonly act: 'replace' | 'void' | 'mend' | 'wait';
  readonly says: string;
}

/** A day on a claim that would not be billed so by now. */
export interface ChangedDay {
  readonly day: Temporal.PlainDate;
  readonly says: string;
  /** Not billed at all any more; otherwise something is missing that may still come. */
  readonly isGone: boolean;
  readonly amountCents: number;
}

/** A claim with its days that changed, as the biller's list of corrections shows it. */
export interface ClaimToCorrect {
  readonly id: string;
  readonly number: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly payerName: string;
  readonly state: ClaimState;
  readonly payerClaimNumber: string | null;
  readonly amountCents: number;
  /** Charges that it carries. */
  readonly chargeCount: number;
  readonly days: readonly ChangedDay[];
}
