import type { Cents } from '#server/platform/index.ts';
import { adjustmentGroups, type Adjustment } from '../adjustments/adjustment.ts';
import { decimalOf, quantityText } from '../syntax/amounts.ts';
import { sendableText } from '../syntax/characters.ts';
import { centsAt, codeAt, quantityAt, textAt } from '../syntax/fields.ts';
import { present } from '../syntax/present.ts';
import { element, type Segment } from '../syntax/segment.ts';
import { segment, type Value, type Written } from '../syntax/written.ts';

/** A CAS holds six triplets of reason, amount and quantity, in places 2 to 19. */
const triplets = 6;
const tripletPlaces = Array.from({ length: triplets }, (_, index) => 2 + index * 3);

/** AMT: F5 patient paid, D payer paid, EAF still owed by the patient; nothing without an amount. */
export function amount(qualifier: string, of: Cents | undefined): Written[] {
  return of === undefined ? [] : [segment('AMT', qualifier, decimalOf(of))];
}

function triplet({ reason, amount: of, quantity }: Adjustment): readonly Value[] {
  return [sendableText(reason), decimalOf(of), quantity === undefined ? undefined : quantityText(quantity)];
}

/** CAS: the adjustments gathered by group, six to a segment, groups in the order of their first appearance. */
export function adjustmentSegments(adjustments: readonly Adjustment[]): Written[] {
  return [...Map.groupBy(adjustments, ({ group }) => group)].flatMap(([group, members]) =>
    Array.from({ length: Math.ceil(members.length / triplets) }, (_, index) =>
      segment('CAS', group, ...members.slice(index * triplets, (index + 1) * triplets).flatMap(triplet)),
    ),
  );
}

/** The adjustments of CAS segments, in order. Throws BrokenFile for an unknown group or an amount that is none. */
export function readAdjustments(segments: readonly Segment[]): Adjustment[] {
  return segments.flatMap((cas) => {
    const group = codeAt(cas, 1, adjustmentGroups);
    return tripletPlaces
      .filter((place) => element(cas, place) !== '' || element(cas, place + 1) !== '')
      .map((place) => present({ group, reason: textAt(cas, place), amount: centsAt(cas, place + 1), quantity: quantityAt(cas, place + 2) }));
  });
}
