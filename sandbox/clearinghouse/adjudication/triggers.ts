import { readFileSync } from 'node:fs';
import type { SubmittedClaim } from '../submitted-claim.ts';

/** What a demo claim asks for by its patient's family name or the cents of its charge. */
export interface Trigger {
  readonly at?: 'clearinghouse' | 'payer';
  /** Status category and code of the 277CA. */
  readonly rejects?: string;
  readonly entity?: string;
  /** Adjustment reason of a denial. */
  readonly denies?: string;
  readonly group?: string;
  readonly remarks?: readonly string[];
  readonly pays?: 'deductible' | 'coinsurance' | 'partial' | 'under';
  readonly then?: 'reverse';
  readonly says: string;
}

/** Every trigger, for the page that explains them. */
export const triggers = JSON.parse(readFileSync(new URL('./triggers.json', import.meta.url), 'utf8')) as {
  readonly familyNames: Readonly<Record<string, Trigger>>;
  readonly cents: Readonly<Record<string, Trigger>>;
};

/** The trigger of a claim: the name first, then the cents of the total charge. */
export function triggerOf(claim: SubmittedClaim): Trigger | undefined {
  const cents = String(claim.chargedCents % 100).padStart(2, '0');
  return triggers.familyNames[claim.patient.family.toUpperCase()] ?? triggers.cents[cents];
}
