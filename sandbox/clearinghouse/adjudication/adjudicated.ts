import type { SubmittedClaim, SubmittedLine } from '../submitted-claim.ts';

/** One adjustment of a line: group (CO, PR, OA, PI), reason number, cents. */
export interface Adjustment {
  readonly group: string;
  readonly reason: string;
  readonly cents: number;
}

/** A line as decided: charged = paid + adjustments. */
export interface AdjudicatedLine {
  readonly line: SubmittedLine;
  readonly allowedCents: number;
  readonly paidCents: number;
  readonly adjustments: readonly Adjustment[];
  readonly remarks: readonly string[];
}

/** A claim as decided. `status` is CLP02. */
export interface AdjudicatedClaim {
  readonly claim: SubmittedClaim;
  readonly status: string;
  /** The payer's own number of the claim: REF*1K of the 277CA, CLP07 of the 835. */
  readonly payerNumber: string;
  readonly lines: readonly AdjudicatedLine[];
}

/** What the payer pays for a claim, in cents; negative for a reversal. */
export function paidOf({ lines }: AdjudicatedClaim): number {
  return lines.reduce((total, line) => total + line.paidCents, 0);
}

/** The same decision with every sign turned: CLP02 = 22. */
export function reversalOf(decided: AdjudicatedClaim): AdjudicatedClaim {
  const turned = decided.lines.map(({ line, adjustments, ...rest }) => ({
    ...rest,
    line: { ...line, chargedCents: -line.chargedCents },
    allowedCents: -rest.allowedCents,
    paidCents: -rest.paidCents,
    adjustments: adjustments.map((adjustment) => ({ ...adjustment, cents: -adjustment.cents })),
  }));
  return { ...decided, claim: { ...decided.claim, chargedCents: -decided.claim.chargedCents }, status: '22', lines: turned };
}
