import type { Cents } from '#server/platform/index.ts';
import type { PersonName } from '../claims/parties.ts';
import type { Procedure } from '../claims/professional-claim.ts';

/** One composite of an STC: category such as 'A2', claim status code, and the entity it speaks of. */
export interface StatusCode {
  readonly category: string;
  readonly code: string;
  readonly entity?: string;
}

/** STC: what the sender says at one level. */
export interface Status {
  /** STC01, and STC10 and STC11 when there. */
  readonly codes: readonly StatusCode[];
  readonly effectiveOn?: Temporal.PlainDate;
  /** STC03: accepted for processing (WQ) or not (U). */
  readonly action: 'accept' | 'reject' | undefined;
  readonly charge?: Cents;
  /** STC12. */
  readonly message?: string;
}

/** Where a claim stands after a 277CA: rejected means never adjudicated, so it is sent again as an original. */
export type ClaimStanding = 'received' | 'accepted' | 'rejected';

/** How many claims of what charge were accepted and rejected: QTY and AMT. Absent when the sender does not say. */
export interface AcknowledgedTotals {
  readonly acceptedClaims?: number;
  readonly rejectedClaims?: number;
  readonly acceptedCharge?: Cents;
  readonly rejectedCharge?: Cents;
}

/** Loop 2220D. */
export interface LineAcknowledgement {
  readonly procedure: Procedure;
  readonly charge?: Cents;
  /** REF*FJ: our line number. */
  readonly lineNumber?: string;
  readonly statuses: readonly Status[];
}

/** One claim of ours (loop 2000D). */
export interface AcknowledgedClaim {
  /** TRN02: our CLM01. */
  readonly claimNumber: string;
  readonly standing: ClaimStanding;
  readonly statuses: readonly Status[];
  readonly patient: PersonName;
  readonly memberId?: string;
  /** REF*1K. */
  readonly payerClaimNumber?: string;
  /** REF*D9. */
  readonly clearinghouseNumber?: string;
  readonly servedOn?: Temporal.PlainDate;
  readonly lines: readonly LineAcknowledgement[];
}

/** 277CA (005010X214): what a clearinghouse or a payer took in. */
export interface ClaimAcknowledgement {
  readonly reference: string;
  readonly source: { readonly kind: 'clearinghouse' | 'payer'; readonly name: string; readonly id: string };
  readonly receiver: { readonly name: string; readonly id: string };
  /** TRN02 of loop 2200B: the BHT03 of the batch it answers. */
  readonly batchReference?: string;
  readonly statuses: readonly Status[];
  readonly totals: AcknowledgedTotals;
  readonly claims: readonly AcknowledgedClaim[];
}
