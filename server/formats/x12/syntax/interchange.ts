import type { Segment } from './segment.ts';
import type { Separators } from './separators.ts';

/** ST to SE. */
export interface Transaction {
  /** ST01: '837', '835', '999', '277'. */
  readonly code: string;
  /** ST02. */
  readonly controlNumber: string;
  /** ST03, or GS08 where the guide has no ST03 (835). */
  readonly version: string;
  readonly header: Segment;
  /** Between ST and SE. */
  readonly body: readonly Segment[];
  readonly trailer: Segment;
}

/** GS to GE. */
export interface FunctionalGroup {
  /** GS01: HC claims, HP remittances, FA acknowledgements, HN claim statuses. */
  readonly code: string;
  /** GS06. */
  readonly controlNumber: string;
  /** GS08. */
  readonly version: string;
  readonly header: Segment;
  readonly transactions: readonly Transaction[];
  readonly trailer: Segment;
}

/** ISA to IEA. */
export interface Interchange {
  readonly separators: Separators;
  readonly header: Segment;
  /** TA1 segments stand before any group. */
  readonly acknowledgements: readonly Segment[];
  readonly groups: readonly FunctionalGroup[];
  readonly trailer: Segment;
}
