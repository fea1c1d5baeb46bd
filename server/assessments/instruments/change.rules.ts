import type { Instrument } from './instrument.contract.ts';

/** How a score stands against the first one: named states, computed and never guessed. */
export type ChangeState = 'baseline' | 'remission' | 'response' | 'improved' | 'no-change' | 'worse';

/** One score of a series of the same version, oldest first. */
export interface SeriesPoint {
  readonly at: Temporal.Instant;
  readonly score: number;
}

/**
 * The difference beyond chance, in points: Jacobson NS, Truax P. J Consult Clin Psychol 1991;59:12-19, two-sided 95%.
 * `reliability` is that of the instrument (0 to 1), `sd` the standard deviation in the comparison group.
 */
export function reliableChangePoints({ sd, reliability }: { readonly sd: number; readonly reliability: number }): number {
  return 1.96 * Math.SQRT2 * sd * Math.sqrt(1 - reliability);
}

function hasResponded({ change }: Instrument, baseline: number, gained: number): boolean {
  if (change.response === null) return false;
  if ('points' in change.response) return gained >= change.response.points;
  return baseline > 0 && (gained / baseline) * 100 >= change.response.percent;
}

function isRemission({ change }: Instrument, score: number): boolean {
  if (change.remission === null) return false;
  return change.higherIsBetter ? score >= change.remission : score <= change.remission;
}

/** Points gained since the first score; negative when it got worse, whichever way the instrument counts. */
export function gain({ change }: Instrument, baseline: number, now: number): number {
  return change.higherIsBetter ? now - baseline : baseline - now;
}

/** The state of the newest score against the first of its series. Without a published threshold nothing is called a change. */
export function changeState(instrument: Instrument, series: readonly SeriesPoint[]): ChangeState | null {
  const [first] = series;
  const last = series.at(-1);
  if (!first || !last) return null;
  if (series.length === 1) return 'baseline';
  const gained = gain(instrument, first.score, last.score);
  const threshold = instrument.change.rci ?? instrument.change.mcid;
  if (threshold === null) return null;
  if (gained <= -threshold) return 'worse';
  if (gained >= threshold && isRemission(instrument, last.score)) return 'remission';
  if (gained >= threshold && hasResponded(instrument, first.score, gained)) return 'response';
  return gained >= threshold ? 'improved' : 'no-change';
}

/** Why a person is off track; null while they are not. */
export type OffTrack = { readonly reason: 'reliably-worse' | 'no-improvement'; readonly gained: number; readonly days: number };

/** When too little has happened for too long. Data of the site; the default is at least 20% in six weeks. */
export interface OffTrackPolicy {
  readonly afterDays: number;
  readonly leastPercent: number;
}

/**
 * Whether treatment is not doing what it should: reliably worse than at the start, or after the days of the policy not better by its percentage.
 * Whoever was below every cut-off from the start, or is in remission now, is not asked to improve.
 */
export function offTrack(instrument: Instrument, series: readonly SeriesPoint[], policy: OffTrackPolicy): OffTrack | null {
  const [first] = series;
  const last = series.at(-1);
  if (!first || !last || series.length < 2) return null;
  const gained = gain(instrument, first.score, last.score);
  const days = Math.floor(last.at.since(first.at).total('days'));
  if (changeState(instrument, series) === 'worse') return { reason: 'reliably-worse', gained, days };
  const cut = instrument.cutoffs.map(({ min }) => min).toSorted((left, right) => left - right)[0];
  const isWell = isRemission(instrument, last.score) || (cut !== undefined && !instrument.change.higherIsBetter && Math.max(first.score, last.score) < cut);
  if (days < policy.afterDays || isWell || first.score === 0) return null;
  return (gained / first.score) * 100 < policy.leastPercent ? { reason: 'no-improvement', gained, days } : null;
}
