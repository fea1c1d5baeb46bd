import { amountOf, centsOf, sumOf } from '../money.ts';
import { valueAt, type Segment } from '../x12/segment.ts';
import { finding, type Finding } from './finding.ts';
import { childOf, childrenOf, segmentIn, segmentsIn, textIn, type LoopInstance } from './loop-instance.ts';

const tripletStarts = [2, 5, 8, 11, 14, 17] as const;

/** All adjustment amounts of CAS segments, in cents. */
export function adjustmentsOf(segments: readonly Segment[]): number {
  return sumOf(segments.flatMap((segment) => tripletStarts.map((start) => valueAt(segment, start + 1))));
}

function adjudications(claim: LoopInstance, payerId: string): readonly LoopInstance[] {
  return childrenOf(claim, '2400').flatMap((line) => childrenOf(line, '2430').filter((one) => textIn(one, 'SVD', 1) === payerId));
}

/** SV102 = SVD02 + CAS for every payer that told about the line; SVD01 is one of the claim's other payers. 005010X222A1, section 1.4.4. */
export function* unbalancedLine(line: LoopInstance): Generator<Finding> {
  const charged = centsOf(textIn(line, 'SV1', 2));
  const known = childrenOf(line.parent, '2320').map((other) => textIn(childOf(other, '2330B'), 'NM1', 9));
  for (const told of childrenOf(line, '2430')) {
    const svd = segmentIn(told, 'SVD');
    if (svd === undefined || charged === undefined) continue;
    const payer = valueAt(svd, 1);
    if (!known.includes(payer))
      yield finding('other-payer.unknown', `SVD01 is "${payer}", which is none of the other payers of this claim.`, { segment: svd, element: 1, value: payer, in: told });
    const answered = sumOf([valueAt(svd, 2)]) + adjustmentsOf(segmentsIn(told, 'CAS'));
    if (answered !== charged)
      yield finding('other-payer.balance', `The line charges ${amountOf(charged)}; paid and adjusted are ${amountOf(answered)}.`, { segment: svd, element: 2, in: told });
  }
}

function* unbalancedPaid(claim: LoopInstance, other: LoopInstance): Generator<Finding> {
  const amount = segmentIn(other, 'AMT', 'D');
  const paid = amount === undefined ? undefined : centsOf(valueAt(amount, 2));
  const told = adjudications(claim, textIn(childOf(other, '2330B'), 'NM1', 9));
  if (amount === undefined || paid === undefined) return;
  const claimLevel = adjustmentsOf(segmentsIn(other, 'CAS'));
  const place = { segment: amount, element: 2, value: valueAt(amount, 2), in: other };
  const lines = sumOf(told.map((one) => textIn(one, 'SVD', 2)));
  if (told.length > 0 && paid !== lines - claimLevel)
    yield finding('other-payer.balance', `The other payer paid ${amountOf(paid)}; its lines come to ${amountOf(lines - claimLevel)}.`, place);
  const lineLevel = adjustmentsOf(told.flatMap((one) => segmentsIn(one, 'CAS')));
  const charged = centsOf(textIn(claim, 'CLM', 2));
  const isTold = told.length > 0 || segmentsIn(other, 'CAS').length > 0;
  if (isTold && charged !== undefined && charged - claimLevel - lineLevel !== paid) {
    yield finding('other-payer.balance', `Charged ${amountOf(charged)} less adjustments ${amountOf(claimLevel + lineLevel)} is not the ${amountOf(paid)} paid.`, place);
  }
}

/** What an earlier payer paid agrees with its lines and with the charge, and the day it decided stands once: at the claim or at the lines. */
export function* unbalancedPayers(claim: LoopInstance): Generator<Finding> {
  for (const other of childrenOf(claim, '2320')) {
    yield* unbalancedPaid(claim, other);
    const payer = childOf(other, '2330B');
    const told = adjudications(claim, textIn(payer, 'NM1', 9));
    const sbr = segmentIn(other, 'SBR');
    if (sbr !== undefined && told.length > 0 && segmentIn(other, 'AMT', 'D') === undefined)
      yield finding('other-payer.balance', 'The other payer decided lines, but AMT*D does not say what it paid.', { segment: sbr, in: other });
    const onLines = told.some((one) => segmentIn(one, 'DTP', '573') !== undefined);
    const onClaim = segmentIn(payer, 'DTP', '573');
    const segment = segmentIn(payer, 'NM1');
    if (payer === undefined || segment === undefined) continue;
    if (onLines && onClaim !== undefined)
      yield finding('other-payer.date', 'The day of adjudication stands at the claim and at the lines; one of them is enough.', { segment: onClaim, in: payer });
    if (!onLines && onClaim === undefined && segmentIn(other, 'AMT', 'D') !== undefined)
      yield finding('other-payer.date', 'The day on which the other payer decided is missing.', { segment, in: payer });
  }
}
