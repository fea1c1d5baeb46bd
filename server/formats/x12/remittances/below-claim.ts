import { centsAt, dateAt, textAt } from '../syntax/fields.ts';
import { element, type Segment } from '../syntax/segment.ts';
import type { NamedAmount, Reference } from './remittance.ts';

const named = (segments: readonly Segment[], id: string) => segments.filter((one) => one.id === id);

/** DTM segments by qualifier; the first of each counts. */
export function datesIn(segments: readonly Segment[]): ReadonlyMap<string, Temporal.PlainDate> {
  return new Map(
    named(segments, 'DTM')
      .toReversed()
      .map((dtm) => [element(dtm, 1), dateAt(dtm, 2)]),
  );
}

/** REF segments. */
export function referencesIn(segments: readonly Segment[]): Reference[] {
  return named(segments, 'REF').map((ref) => ({ qualifier: textAt(ref, 1), value: element(ref, 2) }));
}

/** AMT segments. */
export function amountsIn(segments: readonly Segment[]): NamedAmount[] {
  return named(segments, 'AMT').map((amt) => ({ qualifier: textAt(amt, 1), amount: centsAt(amt, 2) }));
}
