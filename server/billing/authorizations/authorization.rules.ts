import type { Authorization } from './authorization.ts';

/** How near an authorization is to its end, by days or by what is left. */
export type Standing = 'requested' | 'running' | 'near-its-end' | 'used-up' | 'over' | 'denied';

const nearDays = 7;
const nearShare = 0.8;

/** Where an authorization stands on a day: near its end from 7 days or 80 percent on, so that the next one can be asked for in time. */
export function standingOn(of: Pick<Authorization, 'state' | 'allowed' | 'used' | 'validThrough'>, day: Temporal.PlainDate): Standing {
  if (of.state === 'requested') return 'requested';
  if (of.state === 'denied') return 'denied';
  if (of.state === 'ended' || Temporal.PlainDate.compare(of.validThrough, day) < 0) return 'over';
  if (of.used >= of.allowed) return 'used-up';
  const isNear = day.until(of.validThrough).days <= nearDays || of.used >= of.allowed * nearShare;
  return isNear ? 'near-its-end' : 'running';
}
