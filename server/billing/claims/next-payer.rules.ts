import type { Adjustment, RemittanceClaim, RemittanceLine } from '#server/formats/x12/index.ts';
import type { AdjudicationFact, AdjustmentFact, LineAdjudicationFact } from './claim.ts';

/** What the next payer hears of an earlier payer's decision: on the claim, and on each of our lines by its number. */
export interface ToldToNextPayer {
  readonly adjudication: AdjudicationFact;
  readonly lines: ReadonlyMap<string, LineAdjudicationFact>;
}

const factsOf = (adjustments: readonly Adjustment[]): AdjustmentFact[] =>
  adjustments.map(({ group, reason, amount, quantity }) => ({ group, reason, amountCents: amount, ...(quantity === undefined ? {} : { quantity }) }));

function lineFactOf(payerId: string, { procedure, paid, units, adjustments }: RemittanceLine): LineAdjudicationFact {
  return { payerId, paidCents: paid, code: procedure.code, modifiers: procedure.modifiers, units, adjustments: factsOf(adjustments) };
}

/**
 * The decision of an earlier payer as a later one has to hear it (005010X222A1, loops 2320 and 2430): reasons and amounts exactly as the
 * remittance gave them, at the level at which it gave them. `payerId` is how the clearinghouse knows the earlier payer.
 */
export function toldToNextPayer(remitted: RemittanceClaim, payerId: string, on: Temporal.PlainDate): ToldToNextPayer {
  const { paid, payerClaimNumber = null, adjustments, lines } = remitted;
  return {
    adjudication: { paidCents: paid, payerClaimNumber, on: on.toString(), adjustments: factsOf(adjustments) },
    lines: new Map(lines.flatMap((line) => (line.lineNumber === undefined ? [] : [[line.lineNumber, lineFactOf(payerId, line)] as const]))),
  };
}
