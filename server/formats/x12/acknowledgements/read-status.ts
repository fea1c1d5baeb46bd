import type { Cents } from '#server/platform/index.ts';
import { centsAt, quantityAt, textAt } from '../syntax/fields.ts';
import { dateOf } from '../syntax/dates.ts';
import { present } from '../syntax/present.ts';
import { component, element, optional, type Segment } from '../syntax/segment.ts';
import type { AcknowledgedTotals, ClaimStanding, Status, StatusCode } from './claim-acknowledgement.ts';

/** A2 accepted, A5 accepted and split; A0 forwarded and A1 received are alive; A3, A4, A6 to A8 came back. */
const acceptedCategories = ['A2', 'A5'];
const liveCategories = ['A0', 'A1', ...acceptedCategories];

function readStatusCode(stc: Segment, place: number): StatusCode[] {
  const category = component(stc, place, 1);
  return category ? [present({ category, code: component(stc, place, 2), entity: component(stc, place, 3) || undefined })] : [];
}

/** Reads an STC. */
export function readStatus(stc: Segment): Status {
  const action = element(stc, 3);
  return {
    codes: [1, 10, 11].flatMap((place) => readStatusCode(stc, place)),
    action: action === 'WQ' ? 'accept' : action === 'U' ? 'reject' : undefined,
    ...present({ effectiveOn: dateOf(element(stc, 2)), charge: optional(stc, 4) === undefined ? undefined : centsAt(stc, 4), message: optional(stc, 12) }),
  };
}

/** Where the statuses of a claim leave it: one rejection rejects, else one acceptance accepts. */
export function standingOf(statuses: readonly Status[]): ClaimStanding {
  const categories = statuses.flatMap(({ codes }) => codes.map(({ category }) => category));
  const allLive = categories.every((category) => liveCategories.includes(category));
  if (categories.length === 0 || !allLive || statuses.some(({ action }) => action === 'reject')) return 'rejected';
  return categories.some((category) => acceptedCategories.includes(category)) ? 'accepted' : 'received';
}

/** The totals of QTY and AMT segments at receiver level. */
export function readTotals(segments: readonly Segment[]): AcknowledgedTotals {
  const find = (id: string, qualifier: string) => segments.find((one) => one.id === id && textAt(one, 1) === qualifier);
  const count = (qualifier: string): number | undefined => {
    const qty = find('QTY', qualifier);
    return qty && quantityAt(qty, 2);
  };
  const charge = (qualifier: string): Cents | undefined => {
    const amt = find('AMT', qualifier);
    return amt && centsAt(amt, 2);
  };
  return present({ acceptedClaims: count('90'), rejectedClaims: count('AA'), acceptedCharge: charge('YU'), rejectedCharge: charge('YY') });
}
