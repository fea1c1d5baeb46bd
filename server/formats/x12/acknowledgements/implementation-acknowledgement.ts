/** IK501: A accepted, E accepted with errors (still live), R and the others rejected. */
export const transactionOutcomes = ['A', 'E', 'M', 'R', 'W', 'X'] as const;
export type TransactionOutcome = (typeof transactionOutcomes)[number];

/** AK901: P means that some transactions were rejected. */
export const groupOutcomes = ['A', 'E', 'M', 'P', 'R', 'W', 'X'] as const;
export type GroupOutcome = (typeof groupOutcomes)[number];

/** IK4: one element at fault. */
export interface ElementError {
  /** Place in the segment, as in NM1-09: 9; within a composite also the part. */
  readonly element: number;
  readonly part?: number;
  /** IK403: 1 missing, 5 too long, 7 invalid code, I9 not used, I12 pattern and so on. */
  readonly code: string;
  readonly value?: string;
}

/** IK3: one segment at fault. */
export interface SegmentError {
  readonly segment: string;
  /** Counted from ST as 1. */
  readonly position: number;
  readonly loop?: string;
  /** IK304: 3 missing, 8 has element errors, I6 segment not used and so on. */
  readonly code: string;
  /** CLM01 of the claim it lies in, when the sender says so. */
  readonly claimNumber?: string;
  readonly elements: readonly ElementError[];
}

/** What one transaction of ours met with. */
export interface TransactionAcknowledgement {
  readonly code: string;
  /** Our ST02. */
  readonly controlNumber: string;
  readonly version?: string;
  readonly outcome: TransactionOutcome;
  /** IK502 to IK506. */
  readonly reasons: readonly string[];
  readonly errors: readonly SegmentError[];
}

/** 999 (005010X231A1): whether a group of ours follows the guide. */
export interface ImplementationAcknowledgement {
  /** AK101: 'HC' for claims. */
  readonly groupCode: string;
  /** Our GS06. */
  readonly groupControlNumber: number;
  readonly version?: string;
  readonly transactions: readonly TransactionAcknowledgement[];
  readonly outcome: GroupOutcome;
  readonly included: number;
  readonly received: number;
  readonly accepted: number;
  /** AK905 to AK909. */
  readonly reasons: readonly string[];
}
