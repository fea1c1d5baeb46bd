import type { Cents } from '#server/platform/index.ts';

/** CAS01: CO contractual, PR patient, OA other, PI payer initiated. CR is gone from the 005010 guides. */
export const adjustmentGroups = ['CO', 'PR', 'OA', 'PI'] as const;
export type AdjustmentGroup = (typeof adjustmentGroups)[number];

/** One reason why a payer paid less (positive) or more (negative) than was charged. */
export interface Adjustment {
  readonly group: AdjustmentGroup;
  /** The claim adjustment reason code, such as '45'. */
  readonly reason: string;
  readonly amount: Cents;
  readonly quantity?: number;
}
