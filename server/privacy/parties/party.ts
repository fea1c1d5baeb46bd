import type { RecipientFacts } from '../decision/request.ts';

/** A person or organisation outside that may receive records. */
export interface Party {
  readonly id: string;
  /** Set for somebody known only through one patient. */
  readonly patientId: string | null;
  readonly name: string;
  readonly kind: RecipientFacts['kind'];
  readonly legalStatus: RecipientFacts['status'];
  readonly contact: string;
  readonly addressLine1: string | null;
  readonly addressLine2: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string | null;
  readonly phone: string | null;
  /** Digits only. */
  readonly fax: string | null;
  readonly email: string | null;
  /** Licences that state rules ask for, such as OMH. */
  readonly licences: string[];
  readonly active: boolean;
}

/** The address in one line, as an accounting gives it; null when none is known. */
export function postalLine({ addressLine1, addressLine2, city, state, zip }: Party): string | null {
  if (!addressLine1) return null;
  return [addressLine1, addressLine2, [city, [state, zip].filter(Boolean).join(' ')].filter(Boolean).join(', ')].filter(Boolean).join(', ');
}
