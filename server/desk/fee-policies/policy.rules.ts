import { cents, formatCents, type Obstacle } from '#server/platform/index.ts';
import type { DecidedPolicy, FeePolicy, FeeTerms } from './fee-policy.ts';

const dollars = (amount: number) => formatCents(cents(amount)).replace(/\.00$/, '');

function costs({ lateHours, noShowCents, lateCancelCents }: FeeTerms): string {
  const late = `called off less than ${lateHours} ${lateHours === 1 ? 'hour' : 'hours'} before`;
  // Without an hour in which calling off is late, nothing is ever called off late.
  const lateAmount = lateHours === 0 ? 0 : lateCancelCents;
  if (noShowCents === 0 && lateAmount === 0) return 'A visit that is missed or called off costs nothing.';
  if (noShowCents === lateAmount) return `A visit that is missed, or ${late}, costs ${dollars(noShowCents)}.`;
  if (lateAmount === 0) return `A visit that is missed costs ${dollars(noShowCents)}; one that is called off costs nothing.`;
  return `A visit that is missed costs ${noShowCents === 0 ? 'nothing' : dollars(noShowCents)}, one ${late} ${dollars(lateAmount)}.`;
}

/** The terms in a sentence or two, as a patient may be told them. */
export function policyWords(terms: FeeTerms): string {
  const { free, freeInDays, noShowCents, lateCancelCents } = terms;
  if (free === 0 || noShowCents + lateCancelCents === 0) return costs(terms);
  return `${costs(terms)} ${free === 1 ? 'The first' : `The first ${free}`} within ${freeInDays} days ${free === 1 ? 'is' : 'are'} free.`;
}

const byAge = (a: DecidedPolicy, b: DecidedPolicy) => a.validFrom.localeCompare(b.validFrom) || Temporal.Instant.compare(a.madeAt, b.madeAt);

/** The decision that holds on a day: of those that have begun, the latest; of two for the same day, the one decided last. */
export function decidedOn(decided: readonly DecidedPolicy[], day: string): DecidedPolicy | undefined {
  return decided
    .filter(({ validFrom }) => validFrom <= day)
    .toSorted(byAge)
    .at(-1);
}

/** Decisions still to come, in their order; one that another of the same day takes the place of is none of them. */
export function decidedAfter(decided: readonly DecidedPolicy[], day: string): readonly DecidedPolicy[] {
  const byDay = new Map(decided.toSorted(byAge).map((one) => [one.validFrom, one]));
  return [...byDay.values()].filter(({ validFrom }) => validFrom > day);
}

const isSame = (one: FeeTerms, other: FeeTerms) =>
  one.lateHours === other.lateHours &&
  one.noShowCents === other.noShowCents &&
  one.lateCancelCents === other.lateCancelCents &&
  one.free === other.free &&
  one.freeInDays === other.freeInDays;

/** What stands against a decision: patients are told beforehand, so it never reaches back; and it must change something. `before` is what would hold on its first day without it. */
export function obstaclesToDeciding(wanted: FeeTerms & { readonly validFrom: string }, today: string, before: FeePolicy | undefined): Obstacle[] {
  return [
    ...(wanted.validFrom < today
      ? [{ code: 'fee-policy.past', says: 'Choose today or a later day: a fee is never asked for a visit before it was decided.', at: 'validFrom' }]
      : []),
    ...(before && isSame(wanted, before)
      ? [{ code: 'fee-policy.same', says: 'This is what holds on that day already. Change an amount, the hours or what is free.', at: 'noShowCents' }]
      : []),
  ];
}
