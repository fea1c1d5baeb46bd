import type { AgreementFacts } from '../decision/request.ts';
import type { PurposeOfUse, RecordClass } from '../decision/facts.ts';

/** What carries records out of the house by machine, and may not without an agreement. */
export const integrations = ['clearinghouse', 'mail', 'fax', 'storage', 'text-messages'] as const;
export type Integration = (typeof integrations)[number];

/** A written agreement. */
export interface Agreement {
  readonly id: string;
  readonly partyId: string;
  readonly kind: 'qsoa' | 'baa' | 'contract' | 'data-use';
  readonly integration: Integration | null;
  readonly scope: string;
  readonly purposes: PurposeOfUse[];
  /** Null for all classes. */
  readonly classes: RecordClass[] | null;
  readonly validFrom: Temporal.PlainDate;
  /** Last day; null while it lasts. */
  readonly validTo: Temporal.PlainDate | null;
  readonly fileId: string | null;
}

/** Whether an agreement is in force on a day. */
export function isCurrent({ validFrom, validTo }: Pick<Agreement, 'validFrom' | 'validTo'>, on: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(validFrom, on) <= 0 && (validTo === null || Temporal.PlainDate.compare(on, validTo) <= 0);
}

/** As the decision reads it; agreements on data use bind researchers by another rule. */
export function agreementFacts({ id, kind, validFrom, validTo, purposes, classes }: Agreement): AgreementFacts | null {
  return kind === 'data-use' ? null : { id, kind, validFrom, validTo, purposes, classes: classes ?? 'all' };
}
