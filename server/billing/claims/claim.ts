import type { AdjustmentGroup, ClaimDate, ClaimFrequency, ClaimNote, DependentRelationship, LineDrug } from '#server/formats/x12/index.ts';

/**
 * built: made, not in a file. batched: in a file that waits to be sent. sent: handed over. acknowledged: the file follows the guide (999).
 * accepted: taken into adjudication (277CA). rejected: never adjudicated, to be mended and built anew. paid, denied: adjudicated (835).
 * reversed: the payer took its decision back. replaced: a corrected claim was built in its place. voided: a void was built for it.
 * done: a void with which the payer took the claim back.
 */
export type ClaimState = 'built' | 'batched' | 'sent' | 'acknowledged' | 'accepted' | 'rejected' | 'paid' | 'denied' | 'reversed' | 'replaced' | 'voided' | 'done';

/** A postal address as it was on the day of building. */
export interface AddressFact {
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
}

/** A person as the claim names them. Dates are YYYY-MM-DD. */
export interface PersonFact {
  readonly given: string;
  readonly middle: string | null;
  readonly family: string;
  readonly suffix: string | null;
  readonly birthDate: string;
  readonly sex: 'F' | 'M' | 'U';
  readonly address: AddressFact | null;
}

/** The person whose plan it is, above a dependent; the payer knows the rest by the member number. */
export interface HolderFact extends Omit<PersonFact, 'birthDate' | 'sex'> {
  readonly birthDate: string | null;
  readonly sex: 'F' | 'M' | 'U' | null;
}

/** A clinician on a claim. */
export interface ClinicianFact {
  readonly given: string;
  readonly middle?: string | null;
  readonly family: string;
  readonly suffix?: string | null;
  readonly npi: string;
  readonly taxonomy: string | null;
}

/** A payer as the clearinghouse knows it. */
export interface PayerFact {
  readonly name: string;
  readonly electronicId: string;
  /** X12 SBR09. */
  readonly filingIndicator: string;
  readonly address?: AddressFact | null;
}

/** What a payer subtracted from a charge, as its remittance said it. */
export interface AdjustmentFact {
  readonly group: AdjustmentGroup;
  readonly reason: string;
  readonly amountCents: number;
  readonly quantity?: number;
}

/** How an earlier payer judged the whole claim: copied from its remittance, never computed anew. */
export interface AdjudicationFact {
  readonly paidCents: number;
  readonly payerClaimNumber: string | null;
  readonly on: string;
  /** Adjustments that the payer gave for the claim and for no line. */
  readonly adjustments: readonly AdjustmentFact[];
}

/** How an earlier payer judged one line. */
export interface LineAdjudicationFact {
  /** `electronicId` of the payer. */
  readonly payerId: string;
  readonly paidCents: number;
  /** The procedure that the payer judged; it may have restated ours. */
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly adjustments: readonly AdjustmentFact[];
}

/** Another payer of the same claim, in the order in which they pay. Without `adjudication` it comes after the one the claim goes to. */
export interface OtherPayerFact {
  readonly payer: PayerFact;
  readonly relationship: '18' | DependentRelationship;
  readonly memberId: string;
  readonly groupNumber: string | null;
  readonly holder: {
    readonly given: string;
    readonly middle: string | null;
    readonly family: string;
    readonly suffix: string | null;
    readonly address: AddressFact | null;
  };
  readonly medicareSecondaryReason?: string | null;
  readonly adjudication: AdjudicationFact | null;
}

/** One service of a claim. What is absent is as the claim says. Amounts in cents, dates YYYY-MM-DD. */
export interface ClaimLineFact {
  readonly number: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly amountCents: number;
  readonly servedOn?: string;
  /** Last day of a span. */
  readonly servedThrough?: string;
  readonly placeOfService?: string;
  /** Places in the claim's diagnoses, counted from 1; the first four when absent. */
  readonly diagnosisPointers?: readonly number[];
  readonly description?: string;
  readonly note?: string;
  readonly drug?: LineDrug;
  readonly adjudications?: readonly LineAdjudicationFact[];
}

/** What a claim refers to besides its services. */
export interface ClaimReferences {
  readonly priorAuthorization?: string | null;
  readonly referralNumber?: string | null;
  readonly cliaNumber?: string | null;
  readonly referring?: Omit<ClinicianFact, 'taxonomy'> | null;
}

/** The organisation, or the person, that bills. */
export interface BillingFact {
  readonly name: string;
  /** A practice of one person; `name` is unused then. */
  readonly person?: { readonly given: string; readonly middle: string | null; readonly family: string; readonly suffix: string | null } | null;
  readonly npi: string;
  readonly taxonomy: string;
  readonly taxId: string;
  /** EIN unless a person bills under a social security number. */
  readonly taxIdKind?: 'EIN' | 'SSN';
  readonly phone: string | null;
  readonly address: AddressFact;
  /** Where payments go, when not to the address: a post office box may only stand here. */
  readonly payTo?: AddressFact | null;
}

/** Everything the claim says, as it was when it was built: later changes of the record change no claim. */
export interface ClaimFacts extends ClaimReferences {
  readonly servedOn: string;
  readonly placeOfService: string;
  readonly diagnoses: readonly string[];
  readonly mrn: string;
  /** CLM05-3; an original claim when absent. 7 replaces and 8 voids the claim that the payer knows by `payerClaimNumber`. */
  readonly frequency?: ClaimFrequency;
  readonly payerClaimNumber?: string | null;
  /** Our id of that claim, and why it is corrected, in the words of the biller. Neither leaves the house. */
  readonly corrects?: string;
  readonly because?: string;
  /** What the patient has paid towards these services. */
  readonly patientPaidCents?: number;
  readonly dates?: readonly { readonly kind: ClaimDate['kind']; readonly on: string }[];
  readonly note?: ClaimNote | null;
  readonly patient: PersonFact;
  readonly coverage: {
    readonly memberId: string;
    readonly groupNumber: string | null;
    readonly groupName?: string | null;
    readonly medicareSecondaryReason?: string | null;
    readonly relationship: '18' | DependentRelationship;
    readonly rank: number;
    readonly subscriber: HolderFact | null;
  };
  readonly otherPayers?: readonly OtherPayerFact[];
  readonly payer: PayerFact;
  readonly billing: BillingFact;
  readonly facility: { readonly name: string; readonly npi: string | null; readonly address: AddressFact } | null;
  /** Null where the organisation gives a day as a whole and nobody renders it. */
  readonly clinician: ClinicianFact | null;
  readonly supervisor: ClinicianFact | null;
  readonly traineePolicy: 'supervising' | 'supervisor-renders' | 'not-billable';
  readonly isTrainee: boolean;
  readonly lines: readonly ClaimLineFact[];
}
