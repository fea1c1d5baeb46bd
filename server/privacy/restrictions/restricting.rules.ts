import type { Obstacle } from '#server/platform/index.ts';
import type { RestrictionFacts } from '../decision/request.ts';
import type { Restriction, RestrictionAnswer, RestrictionEnd } from './restriction.ts';

/** Who asks the rule: whether they may bind the organisation, and what day it is. */
export interface Answerer {
  readonly mayBind: boolean;
  readonly today: Temporal.PlainDate;
}

const obstacle = (code: string, says: string, at?: string): Obstacle[] => [{ code: `restriction.${code}`, says, ...(at === undefined ? {} : { at }) }];

function inTheFuture(day: Temporal.PlainDate | null, today: Temporal.PlainDate): boolean {
  return day !== null && Temporal.PlainDate.compare(day, today) > 0;
}

/** What stands before a request; a self-pay restriction has to say which services it means (45 CFR 164.522(a)(1)(vi)(B)). */
export function obstaclesToAsking(asked: Pick<Restriction, 'kind' | 'servedFrom' | 'servedTo' | 'encounterIds' | 'paidOn'>, today: Temporal.PlainDate): Obstacle[] {
  const { kind, servedFrom, servedTo, encounterIds, paidOn } = asked;
  const isWhole = (servedFrom === null) === (servedTo === null);
  const isInOrder = servedFrom === null || servedTo === null || Temporal.PlainDate.compare(servedFrom, servedTo) <= 0;
  return [
    ...(isWhole ? [] : obstacle('days', 'Name the first and the last day of service.', 'servedTo')),
    ...(isInOrder ? [] : obstacle('days', 'The last day of service is before the first.', 'servedTo')),
    ...(kind === 'self-pay' && servedFrom === null && encounterIds === null
      ? obstacle('services', 'Name the days of the services that are paid in full.', 'servedFrom')
      : []),
    ...(inTheFuture(paidOn, today) ? obstacle('paid-later', 'The day of payment has not come yet.', 'paidOn') : []),
  ];
}

/** What stands before an answer: one for services paid in full can only be yes; any other binds the organisation and is for those who release records. */
export function obstaclesToAnswering({ kind, state }: Restriction, { agreed, reason, paidOn }: RestrictionAnswer, { mayBind, today }: Answerer): Obstacle[] {
  if (state !== 'asked') return obstacle('answered', 'This request is answered already.', 'state');
  if (kind === 'self-pay') {
    if (agreed && paidOn === null) return obstacle('not-paid', 'Enter the day on which the services were paid in full.', 'paidOn');
    if (!agreed && paidOn !== null) return obstacle('must-agree', 'Paid in full and asked for: it must be agreed to (45 CFR 164.522(a)(1)(vi)).', 'agreed');
  }
  return [
    ...(kind === 'ordinary' && !mayBind ? obstacle('not-yours', 'Whoever releases records or the privacy officer answers this: it binds the whole organization.') : []),
    ...(agreed || reason !== null ? [] : obstacle('reason', 'Say why, in words the patient can be given.', 'reason')),
    ...(inTheFuture(paidOn, today) ? obstacle('paid-later', 'The day of payment has not come yet.', 'paidOn') : []),
  ];
}

/** What stands before its end: patients end theirs at any time, we only what the law does not make us keep, and by notice (45 CFR 164.522(a)(2)). */
export function obstaclesToEnding({ kind, state }: Restriction, { by, how }: RestrictionEnd, { mayBind }: Answerer): Obstacle[] {
  if (state === 'ended' || state === 'refused') return obstacle('over', 'Nothing is left to end: it was refused or has ended.', 'state');
  if (by === 'patient') return how === 'notice-given' ? obstacle('how', 'Say how the patient ended it: in writing, or orally and noted here.', 'how') : [];
  if (kind === 'self-pay') return obstacle('self-pay-stays', 'Paid in full: only the patient can end it (45 CFR 164.522(a)(2)(iii)).', 'by');
  return [
    ...(state === 'asked' ? obstacle('not-agreed', 'It was never agreed to: answer it instead.', 'state') : []),
    ...(how === 'notice-given' ? [] : obstacle('how', 'We end it by telling the patient: note the notice.', 'how')),
    ...(mayBind ? [] : obstacle('not-yours', 'Whoever releases records or the privacy officer ends this.')),
  ];
}

/**
 * A restriction as the decision sees it. What is neither agreed to nor must be binds nobody; a self-pay request binds from the asking until it turns out
 * that nothing was paid, so that no claim slips away between the desk and the cashier.
 */
export function restrictionFacts(kept: Restriction): RestrictionFacts {
  const { id, kind, state, agreed, partyIds, classes, encounterIds, programId, servedFrom, servedTo, askedAt, endedAt, endedBy } = kept;
  const binds = kind === 'self-pay' ? state !== 'refused' : agreed === true;
  return {
    id,
    kind: binds ? (kind === 'self-pay' ? 'self-pay' : 'agreed') : 'requested',
    purposes: kept.purposes,
    partyIds: partyIds ?? 'all',
    classes: classes ?? 'all',
    encounterIds: encounterIds ?? 'all',
    programIds: [programId],
    ...(servedFrom && servedTo ? { served: { from: servedFrom, to: servedTo } } : {}),
    from: askedAt,
    endedAt,
    endedBy,
  };
}
