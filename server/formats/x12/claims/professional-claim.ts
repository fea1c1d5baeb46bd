import type { Adjustment } from '../adjustments/adjustment.ts';
import type { Assignment, BenefitsAssigned, ClaimProviders, ClaimSubject, OtherPayer, Plan, ReleaseOfInformation } from './coverage.ts';
import type { BillingProvider, Contact, Payer, PlaceOfService, ServiceFacility } from './parties.ts';
import type { Cents } from '#server/platform/index.ts';

/** CLM05-3: 1 original, 7 replacement, 8 void. */
export type ClaimFrequency = '1' | '7' | '8';

/** A date about the whole claim: DTP 431, 454, 304, 435, 096. */
export interface ClaimDate {
  readonly kind: 'onset' | 'initial-treatment' | 'last-seen' | 'admission' | 'discharge';
  readonly on: Temporal.PlainDate;
}

/** NTE of a claim: ADD more information, CER certification, DCP goals, DGN diagnosis, TPO third party. */
export interface ClaimNote {
  readonly kind: 'ADD' | 'CER' | 'DCP' | 'DGN' | 'TPO';
  readonly text: string;
}

/** What every claim says, on whatever form: the professional and the institutional claim share it. */
export interface ClaimCore<Line> {
  /** CLM01, at most 20 characters, unique for ever per attempt: the key that comes back in 277CA and 835. */
  readonly claimNumber: string;
  readonly billingProvider: BillingProvider;
  readonly plan: Plan;
  readonly payer: Payer;
  readonly subject: ClaimSubject;
  /** CLM02: the sum of the lines' charges. */
  readonly charge: Cents;
  readonly frequency: ClaimFrequency;
  /** REF*F8: the payer's number of the claim replaced or voided; required by frequency 7 and 8, forbidden by 1. */
  readonly payerClaimNumber?: string;
  readonly assignment: Assignment;
  readonly benefitsAssigned: BenefitsAssigned;
  readonly releaseOfInformation: ReleaseOfInformation;
  readonly dates: readonly ClaimDate[];
  /** AMT*F5: what the patient has paid towards this claim. */
  readonly patientPaid?: Cents;
  /** REF*G1. */
  readonly priorAuthorization?: string;
  /** REF*9F. */
  readonly referralNumber?: string;
  /** REF*EA. */
  readonly medicalRecordNumber?: string;
  /** REF*D9: the clearinghouse's number. */
  readonly clearinghouseNumber?: string;
  readonly note?: ClaimNote;
  /** ICD-10-CM, principal first; with or without the dot, which is never sent. */
  readonly diagnoses: readonly string[];
  readonly serviceFacility?: ServiceFacility;
  readonly otherPayers: readonly OtherPayer[];
  /** At least one; each carries its own number. */
  readonly lines: readonly Line[];
}

/** A procedure: HCPCS or CPT code and up to four modifiers in the order the payer wants. */
export interface Procedure {
  readonly code: string;
  readonly modifiers: readonly string[];
  /** SV101-7: only where the code alone does not say it. */
  readonly description?: string;
}

/** How another payer judged one line (loop 2430). Charge = paid + adjustments. */
export interface LineAdjudication {
  /** SVD01: the `payer.id` of one of the claim's other payers. */
  readonly payerId: string;
  readonly paid: Cents;
  readonly procedure: Procedure;
  readonly units: number;
  readonly adjustments: readonly Adjustment[];
  readonly adjudicatedOn: Temporal.PlainDate;
  readonly remainingPatientLiability?: Cents;
}

/** The drug behind a line (loop 2410): Medicaid needs it for the rebate. */
export interface LineDrug {
  /** Eleven digits, 5-4-2 without hyphens. */
  readonly ndc: string;
  readonly quantity: number;
  /** CTP05: UN unit, ML millilitre, GR gram, ME milligram, F2 international unit. */
  readonly unit: 'UN' | 'ML' | 'GR' | 'ME' | 'F2';
}

/** One service of a professional claim (loop 2400). */
export interface ProfessionalLine {
  /** REF*6R, unique for ever: the key of the line in the remittance. */
  readonly lineNumber: string;
  readonly procedure: Procedure;
  readonly charge: Cents;
  /** SV104 in units, or in minutes when `unit` says so. */
  readonly units: number;
  readonly unit: 'UN' | 'MJ';
  /** Only when it differs from the claim's. */
  readonly placeOfService?: PlaceOfService;
  /** One to four places in `diagnoses`, counted from 1, the main one first. */
  readonly diagnosisPointers: readonly number[];
  readonly servedOn: Temporal.PlainDate;
  /** Last day of a span; leave out for a single day. */
  readonly servedThrough?: Temporal.PlainDate;
  readonly note?: string;
  readonly drug?: LineDrug;
  readonly adjudications: readonly LineAdjudication[];
}

/** A claim on the professional form: 837P, 005010X222A1. Up to 50 lines, 12 diagnoses, 10 other payers. */
export interface ProfessionalClaim extends ClaimCore<ProfessionalLine>, ClaimProviders {
  readonly placeOfService: PlaceOfService;
  /** REF*X4: needed on drug-test lines. */
  readonly cliaNumber?: string;
}

/** One ST to SE of an 837P. */
export interface ProfessionalBatch {
  /** BHT03: our number of the batch, at most 30 characters. */
  readonly reference: string;
  readonly createdAt: Temporal.PlainDateTime;
  readonly submitter: { readonly name: string; readonly id: string; readonly contact: Contact & { readonly name: string } };
  readonly receiver: { readonly name: string; readonly id: string };
  /** At most 5,000; consecutive claims of one billing provider or one subscriber share their HL. */
  readonly claims: readonly ProfessionalClaim[];
}
