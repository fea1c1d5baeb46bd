/** A patient as registered, with the writes that hang on them. */
export interface KnownPatient {
  readonly id: string;
  readonly facts: Readonly<Record<'givenName' | 'familyName' | 'birthDate' | 'phone', string>>;
  coverageId?: string;
  episodeId?: string;
  isAdmitted: boolean;
}

/** An appointment: the states it may lawfully be in, of which only one when the last step was acknowledged. */
export interface KnownAppointment {
  readonly id: string;
  readonly patientId: string;
  readonly startsAt: string;
  isAcknowledged: boolean;
  possible: readonly string[];
}

/** A section: what was acknowledged last, and what was sent since. */
export interface KnownText {
  acknowledged: string | undefined;
  sent: string;
}

/** A draft with its words; `noteId` once its signature was acknowledged. */
export interface KnownDraft {
  readonly id: string;
  readonly patientId: string;
  readonly sections: Map<string, KnownText>;
  isSigning: boolean;
  noteId?: string;
}

/** Money taken at the desk. */
export interface KnownPayment {
  readonly id: string;
  readonly patientId: string;
  readonly amountCents: number;
  isAcknowledged: boolean;
}

/** What the clients know: each write that the product acknowledged, and those whose answer never came. Kept outside of the product, in the memory of the test alone. */
export class Memory {
  readonly patients = new Map<string, KnownPatient>();
  readonly appointments = new Map<string, KnownAppointment>();
  readonly drafts = new Map<string, KnownDraft>();
  readonly payments = new Map<string, KnownPayment>();
  /** Acknowledged writes by kind, with the numbers of their requests. */
  readonly acknowledged = new Map<string, string[]>();
  readonly breaches: string[] = [];
  /** People who were there before the load. */
  peopleBefore = 0;
  /** Patients about whom something was written since they were last compared. */
  readonly touched = new Set<string>();
  /** Registrations whose answer never came: each may have made a person or none. */
  unansweredRegistrations = 0;
  inFlight = 0;

  acknowledge(kind: string, requestId: string): void {
    this.acknowledged.set(kind, [...(this.acknowledged.get(kind) ?? []), requestId]);
  }

  breach(says: string): void {
    if (this.breaches.length < 200) this.breaches.push(says);
  }

  get acknowledgedWrites(): number {
    return [...this.acknowledged.values()].reduce((sum, { length }) => sum + length, 0);
  }
}
