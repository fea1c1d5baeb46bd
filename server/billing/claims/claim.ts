/**
 * built: made, not in a file. batched: in a file that waits to be sent. sent: handed over. acknowledged: the file follows the guide (999).
 * accepted: taken into adjudication (277CA). rejected: never adjudicated, to be mended and built anew. paid, denied: adjudicated (835).
 * reversed: the payer took its decision back.
 */
export type ClaimState = 'built' | 'batched' | 'sent' | 'acknowledged' | 'accepted' | 'rejected' | 'paid' | 'denied' | 'reversed';

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

/** A clinician on a claim. */
export interface ClinicianFact {
  readonly given: string;
  readonly family: string;
  readonly npi: string;
  readonly taxonomy: string | null;
}

/** Everything the claim says, as it was when it was built: later changes of the record change no claim. */
export interface ClaimFacts {
  readonly servedOn: string;
  readonly placeOfService: string;
  readonly diagnoses: readonly string[];
  readonly mrn: string;
  readonly patient: PersonFact;
  readonly coverage: {
    readonly memberId: string;
    readonly groupNumber: string | null;
    readonly relationship: '18' | '01' | '19' | 'G8';
    readonly rank: number;
    readonly subscriber: PersonFact | null;
  };
  readonly payer: { readonly name: string; readonly electronicId: string; readonly filingIndicator: string };
  readonly billing: {
    readonly name: string;
    readonly npi: string;
    readonly taxonomy: string;
    readonly taxId: string;
    readonly phone: string;
    readonly address: AddressFact;
  };
  readonly facility: { readonly name: string; readonly npi: string | null; readonly address: AddressFact } | null;
  readonly clinician: ClinicianFact;
  readonly supervisor: ClinicianFact | null;
  readonly traineePolicy: 'supervising' | 'supervisor-renders' | 'not-billable';
  readonly isTrainee: boolean;
  readonly lines: readonly {
    readonly number: string;
    readonly code: string;
    readonly modifiers: readonly string[];
    readonly units: number;
    readonly amountCents: number;
  }[];
}
