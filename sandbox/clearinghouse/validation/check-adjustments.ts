import { centsOf } from '../money.ts';
import { valueAt } from '../x12/segment.ts';
import { finding, type Finding } from './finding.ts';
import { childOf, childrenOf, segmentIn, segmentsIn, textIn, type LoopInstance } from './loop-instance.ts';

const tripletStarts = [2, 5, 8, 11, 14, 17] as const;

/** No reason explains nothing, and none stands twice under one group: six fit into one CAS. */
export function* wrongAdjustments(loop: LoopInstance): Generator<Finding> {
  const seen = new Set<string>();
  for (const segment of segmentsIn(loop, 'CAS')) {
    for (const start of tripletStarts) {
      const reason = valueAt(segment, start);
      if (reason === '') continue;
      const place = { segment, element: start, value: reason, in: loop };
      const name = `${valueAt(segment, 1)}-${reason}`;
      if (centsOf(valueAt(segment, start + 1)) === 0) yield finding('other-payer.adjustment', `${name} adjusts by nothing.`, place);
      if (seen.has(name)) yield finding('other-payer.adjustment', `${name} stands twice at one level.`, place);
      seen.add(name);
    }
  }
}

/** What the patient still owes stands on the lines when that payer judged lines, and on the claim only when it did not. */
export function* liabilityTwice(claim: LoopInstance): Generator<Finding> {
  for (const other of childrenOf(claim, '2320')) {
    const segment = segmentIn(other, 'AMT', 'EAF');
    const payer = textIn(childOf(other, '2330B'), 'NM1', 9);
    const judgedLines = childrenOf(claim, '2400').some((line) => childrenOf(line, '2430').some((told) => textIn(told, 'SVD', 1) === payer));
    if (segment !== undefined && judgedLines)
      yield finding('other-payer.liability', 'The payer judged lines: what the patient still owes belongs on them (2430 AMT*EAF), not on the claim.', {
        segment,
        in: other,
      });
  }
}
