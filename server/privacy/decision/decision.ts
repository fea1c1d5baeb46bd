import type { Obligation, Outcome } from './facts.ts';
import type { ReasonCode } from './reasons.ts';

/** Why one record stays. Only those who may know of the record may see this. */
export interface Withheld {
  readonly recordId: string;
  readonly reason: ReasonCode;
  readonly citation: string;
  /** The consent that came nearest, where one was looked for. */
  readonly consentId?: string;
}

/** A part of a released record that must be taken out because it tells of a withheld one. */
export interface Redaction {
  readonly recordId: string;
  readonly part: 'reference' | 'narrative' | 'total';
  /** The withheld record; for the machine that redacts, never for the reply. */
  readonly of: string;
}

/** What may come of a request, why, and what must be done with it. */
export interface Decision {
  readonly outcome: Outcome;
  readonly reason: ReasonCode;
  readonly citation: string;
  /** Ids of records that may go. */
  readonly released: readonly string[];
  readonly withheld: readonly Withheld[];
  readonly redactions: readonly Redaction[];
  readonly obligations: readonly Obligation[];
  /** Consents, orders and agreements that it rests on; lock and cite them. */
  readonly restsOn: readonly string[];
  /** A sentence for staff who may know. */
  readonly says: string;
  readonly policyVersion: string;
  /** SHA-256 of the facts in canonical JSON. */
  readonly inputHash: string;
}
