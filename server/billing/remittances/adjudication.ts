import type { AdjustmentGroup, ClaimFrequency, RemittanceClaim } from '#server/formats/x12/index.ts';
import type { Cents } from '#server/platform/index.ts';
import type { ClaimState } from '../claims/claim.ts';

/** What we do with an amount that a payer did not pay: write it off by contract, ask the patient, or work it as a denial. */
export type Treatment = 'contractual' | 'patient' | 'denied';

/** An adjustment with what it means and what became of it. */
export interface JudgedAdjustment {
  readonly group: AdjustmentGroup;
  readonly reason: string;
  readonly amount: Cents;
  readonly treatment: Treatment;
}

/** A claim in whose place another was sent. */
export interface CorrectedClaim {
  readonly id: string;
  readonly number: string;
  readonly paidCents: number;
  readonly patientCents: number;
  readonly adjustedCents: number;
}

/** A claim of ours as the ledger has it before a remittance: the sums of all decisions so far. */
export interface StandingClaim {
  readonly id: string;
  readonly number: string;
  readonly payerClaimNumber: string | null;
  readonly patientId: string;
  readonly programId: string;
  readonly state: ClaimState;
  readonly frequency: ClaimFrequency;
  /** The claim that it replaces or voids. */
  readonly correctsId: string | null;
  readonly amountCents: number;
  readonly paidCents: number;
  readonly patientCents: number;
  readonly adjustedCents: number;
  /** Another claim for the same charge stands with the same payer, and is not a correction of this one that waits for its decision. */
  readonly isSuperseded: boolean;
  /** Earlier claims of the same charge that this one corrects, with what is posted of them. */
  readonly corrects: readonly CorrectedClaim[];
}

/** What one claim of a remittance comes to. Amounts of a reversal are negative. */
export interface Judgement {
  readonly claim: StandingClaim;
  readonly remitted: RemittanceClaim;
  readonly kind: 'decision' | 'reversal';
  readonly paid: Cents;
  readonly contractual: Cents;
  readonly patient: Cents;
  readonly denied: Cents;
  readonly adjustments: readonly JudgedAdjustment[];
}
