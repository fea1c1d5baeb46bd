import { findingKinds } from '../validation/finding-kinds.ts';
import type { Finding } from '../validation/finding.ts';
import type { Interchange } from '../x12/envelope.ts';
import type { SegmentText } from '../x12/print.ts';
import { valueAt } from '../x12/segment.ts';

/** The TA1 of an interchange: A when nothing is wrong with it, else R with the first reason. TA105: numbers of the X12 list. */
export function interchangeAcknowledgement({ isa }: Interchange, findings: readonly Finding[]): SegmentText {
  const [first] = findings.filter(({ severity }) => severity === 'error');
  const note = first === undefined ? '000' : (findingKinds[first.code].note ?? '024');
  return ['TA1', valueAt(isa, 13), valueAt(isa, 9), valueAt(isa, 10), first === undefined ? 'A' : 'R', note];
}
