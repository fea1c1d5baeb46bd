import { shortDateOf } from '../syntax/dates.ts';
import { codeAt, textAt } from '../syntax/fields.ts';
import { element, type Segment } from '../syntax/segment.ts';

/** TA1: whether an interchange of ours arrived whole. A accepted, E accepted with errors, R rejected. */
export interface InterchangeAcknowledgement {
  /** The ISA13 of the interchange it speaks of. */
  readonly controlNumber: number;
  readonly sentOn: Temporal.PlainDate | undefined;
  readonly outcome: 'A' | 'E' | 'R';
  /** TA105, '000' no error. */
  readonly note: string;
}

/** Reads a TA1. Throws BrokenFile when its outcome is none. */
export function readInterchangeAcknowledgement(ta1: Segment): InterchangeAcknowledgement {
  return { controlNumber: Number(textAt(ta1, 1)), sentOn: shortDateOf(element(ta1, 2)), outcome: codeAt(ta1, 4, ['A', 'E', 'R']), note: element(ta1, 5) };
}
