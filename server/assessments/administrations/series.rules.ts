import { changeState, offTrack, type OffTrackPolicy } from '../instruments/change.rules.ts';
import type { Instrument } from '../instruments/instrument.contract.ts';
import type { Administration } from './administration.ts';

/** What a series needs to know of one completed administration. */
export type Completed = Pick<Administration, 'id' | 'versionId' | 'instrumentCode' | 'answeredBy' | 'completedAt' | 'score' | 'says'>;

const momentOf = ({ completedAt }: Completed) => completedAt?.epochMilliseconds ?? 0;

/** The completed ones that may stand on one line: the same version, answered by the same kind of person; oldest first. */
export function grouped(completed: readonly Completed[]): Completed[][] {
  const groups = Object.groupBy(completed, ({ versionId, answeredBy }) => `${versionId} ${answeredBy}`);
  return Object.values(groups)
    .flatMap((group) => (group ? [group] : []))
    .map((group) => group.toSorted((left, right) => momentOf(left) - momentOf(right)));
}

const pointsOf = (group: readonly Completed[]) =>
  group.flatMap(({ completedAt, score }) => (completedAt && score !== null ? [{ at: completedAt, score: Number(score) }] : []));

/** One line of the chart: numbers with bands, or words as states; with what the change since the first means. */
export function seriesOf(instrument: Instrument, group: readonly Completed[], policy: OffTrackPolicy) {
  const { scoring, change } = instrument;
  const followed = scoring.subscales?.find(({ id }) => id === (change.of ?? scoring.subscales?.[0]?.id));
  const isState = scoring.method === 'categorical';
  const range = scoring.method === 'sum' ? scoring : followed;
  const points = pointsOf(group);
  return {
    instrumentCode: instrument.code,
    abbreviation: instrument.abbreviation,
    version: instrument.version,
    answeredBy: group[0]?.answeredBy ?? 'patient',
    kind: isState ? ('state' as const) : ('number' as const),
    min: range?.min ?? null,
    max: range?.max ?? null,
    bands: scoring.method === 'sum' ? instrument.bands.map(({ min, max, label }) => ({ min, max, label })) : [],
    states: (scoring.outcomes ?? []).toSorted((left, right) => left.level - right.level).map(({ label }) => label),
    change: changeState(instrument, points),
    changeSource: change.source,
    offTrack: offTrack(instrument, points, policy),
    points: group.map(({ id, completedAt, score, says }) => ({
      id,
      at: completedAt ?? Temporal.Instant.fromEpochMilliseconds(0),
      score: score === null ? null : Number(score),
      says,
    })),
  };
}
