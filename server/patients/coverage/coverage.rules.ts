import type { Obstacle } from '#server/platform/index.ts';

/** A time during which something holds; both days belong to it, without an end it lasts. */
export interface Period {
  readonly validFrom: Temporal.PlainDate;
  readonly validThrough: Temporal.PlainDate | null;
}

/** Whether the period holds on a day. */
export function holdsOn(period: Period, day: Temporal.PlainDate): boolean {
  const isBegun = Temporal.PlainDate.compare(period.validFrom, day) <= 0;
  return isBegun && (period.validThrough === null || Temporal.PlainDate.compare(day, period.validThrough) <= 0);
}

/** Whether two periods share a day. */
export function overlap(left: Period, right: Period): boolean {
  const startsBeforeEnd = (one: Period, other: Period) => other.validThrough === null || Temporal.PlainDate.compare(one.validFrom, other.validThrough) <= 0;
  return startsBeforeEnd(left, right) && startsBeforeEnd(right, left);
}

/** What a coverage is judged by. */
export interface CoverageFacts extends Period {
  readonly rank: number;
  readonly relationship: '18' | '01' | '19' | 'G8';
  readonly hasSubscriber: boolean;
}

const isReversed = (period: Period) => period.validThrough !== null && Temporal.PlainDate.compare(period.validThrough, period.validFrom) < 0;

/** What stands against keeping a coverage beside the person's others. A claim names the subscriber when that is not the patient (X12 837 loop 2010BA). */
export function obstaclesToCoverage(coverage: CoverageFacts, others: readonly CoverageFacts[]): Obstacle[] {
  const isSelf = coverage.relationship === '18';
  const taken = others.some((other) => other.rank === coverage.rank && overlap(other, coverage));
  return [
    ...(isReversed(coverage) ? [{ code: 'coverage.ends-before-start', says: 'The coverage ends before it starts.', at: 'validThrough' }] : []),
    ...(!isSelf && !coverage.hasSubscriber
      ? [{ code: 'coverage.subscriber-missing', says: 'Write who holds the policy: name, birth date, sex and address.', at: 'subscriber' }]
      : []),
    ...(isSelf && coverage.hasSubscriber
      ? [{ code: 'coverage.subscriber-is-patient', says: 'The patient holds this policy: leave the subscriber empty.', at: 'subscriber' }]
      : []),
    ...(taken ? [{ code: 'coverage.rank-taken', says: 'Another coverage of the same rank holds at that time. End it first, or choose another rank.', at: 'rank' }] : []),
  ];
}

/** What stands against keeping a guarantor beside the person's others: there is one at a time. */
export function obstaclesToGuarantor(guarantor: Period, others: readonly Period[]): Obstacle[] {
  return [
    ...(isReversed(guarantor) ? [{ code: 'guarantor.ends-before-start', says: 'The last day lies before the first.', at: 'validThrough' }] : []),
    ...(others.some((other) => overlap(other, guarantor))
      ? [{ code: 'guarantor.other-at-that-time', says: 'Another guarantor answers at that time. End that one first.', at: 'validFrom' }]
      : []),
  ];
}
