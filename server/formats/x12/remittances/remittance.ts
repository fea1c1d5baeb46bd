import type { Cents } from '#server/platform/index.ts';
import type { Adjustment } from '../adjustments/adjustment.ts';
import type { PersonName } from '../claims/parties.ts';

/** A value and what it means: REF. */
export interface Reference {
  readonly qualifier: string;
  readonly value: string;
}

/** An amount beside the adjudication: AMT. B6 allowed, AU coverage, I interest, D8 prompt-pay discount. */
export interface NamedAmount {
  readonly qualifier: string;
  readonly amount: Cents;
}

/** A procedure as the payer restates it. 'HC' HCPCS or CPT, 'NU' revenue code. */
export interface PaidProcedure {
  readonly qualifier: string;
  readonly code: string;
  readonly modifiers: readonly string[];
}

/** How one line was judged: SVC and below. */
export interface RemittanceLine {
  /** Segment of the file, counted from 1: the source of a posting. */
  readonly at: number;
  readonly procedure: PaidProcedure;
  /** SVC06: what we had sent, when the payer changed it. */
  readonly submittedProcedure?: PaidProcedure;
  readonly charge: Cents;
  readonly paid: Cents;
  readonly revenueCode?: string;
  /** SVC05; 1 when the payer says nothing. */
  readonly units: number;
  readonly submittedUnits?: number;
  readonly servedOn?: Temporal.PlainDate;
  readonly servedThrough?: Temporal.PlainDate;
  readonly adjustments: readonly Adjustment[];
  /** REF*6R: our line number. */
  readonly lineNumber?: string;
  readonly references: readonly Reference[];
  readonly amounts: readonly NamedAmount[];
  /** LQ*HE. */
  readonly remarks: readonly string[];
}

/** A person or carrier named on a remittance claim. */
export interface RemittanceParty<Name = PersonName> {
  readonly name: Name;
  readonly id?: string;
}

/** How one claim was judged: CLP and below. */
export interface RemittanceClaim {
  readonly at: number;
  /** CLP01: our CLM01. */
  readonly claimNumber: string;
  /** CLP02: 1, 2, 3 processed as primary and so on; 4 denied; 19 to 21 forwarded; 22 reversal; 23 not ours, forwarded; 25 predetermination. */
  readonly status: string;
  readonly charge: Cents;
  readonly paid: Cents;
  readonly patientResponsibility?: Cents;
  readonly filingIndicator?: string;
  /** CLP07: the number a corrected claim must carry. */
  readonly payerClaimNumber?: string;
  readonly facilityCode?: string;
  readonly frequency?: string;
  readonly adjustments: readonly Adjustment[];
  readonly patient?: RemittanceParty;
  readonly subscriber?: RemittanceParty;
  /** NM1*74: the payer knows the insured by another name or number. */
  readonly correctedInsured?: RemittanceParty<PersonName | undefined>;
  readonly rendering?: RemittanceParty<PersonName | undefined>;
  /** NM1*TT: the payer has sent the claim on. */
  readonly forwardedTo?: RemittanceParty<string>;
  /** MIA and MOA remark codes. */
  readonly remarks: readonly string[];
  readonly references: readonly Reference[];
  readonly amounts: readonly NamedAmount[];
  readonly statementFrom?: Temporal.PlainDate;
  readonly statementThrough?: Temporal.PlainDate;
  readonly receivedOn?: Temporal.PlainDate;
  readonly lines: readonly RemittanceLine[];
}

/** One pair of a PLB: money that belongs to no claim of this remittance. A positive amount reduces the payment. */
export interface ProviderAdjustment {
  readonly at: number;
  readonly providerId: string;
  readonly fiscalPeriodEnd: Temporal.PlainDate;
  /** WO overpayment recovery, FB forward balance, 72 refund, L6 interest, LE levy, CS adjustment and so on. */
  readonly reason: string;
  readonly reference?: string;
  readonly amount: Cents;
}

/** BPR and TRN: the money and the trace that the bank repeats. */
export interface RemittancePayment {
  /** BPR02. */
  readonly amount: Cents;
  /** BPR03: C comes to us, D is taken. */
  readonly direction: 'C' | 'D';
  /** BPR04: ACH, CHK, NON (no money), FWT, BOP. */
  readonly method: string;
  readonly paidOn?: Temporal.PlainDate;
  /** TRN02. */
  readonly trace: string;
  /** TRN03: '1' and the payer's tax id. */
  readonly originator?: string;
}

/** A segment the reader does not know: kept, never fatal. */
export interface UnreadSegment {
  readonly at: number;
  readonly text: string;
}

/** 835 (005010X221A1): one payment and what it is for. */
export interface Remittance {
  /** ST02. */
  readonly controlNumber: string;
  readonly payment: RemittancePayment;
  readonly producedOn?: Temporal.PlainDate;
  /** `id` is REF*2U when given, else N104. */
  readonly payer: { readonly name: string; readonly id?: string };
  readonly payee: { readonly name: string; readonly id?: string };
  readonly claims: readonly RemittanceClaim[];
  readonly providerAdjustments: readonly ProviderAdjustment[];
  readonly unread: readonly UnreadSegment[];
}
