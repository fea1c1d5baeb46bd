import { grouped, seriesOf, type Completed } from '../administrations/series.rules.ts';
import type { OffTrackPolicy } from '../instruments/change.rules.ts';
import type { Instrument } from '../instruments/instrument.contract.ts';

/** The lines on which one person is off track, with the first score and the last. */
export function offTrackLines(completed: readonly Completed[], versions: ReadonlyMap<string, Instrument>, policy: OffTrackPolicy) {
  return grouped(completed).flatMap((group) => {
    const instrument = versions.get(group[0]?.versionId ?? '');
    const found = instrument && seriesOf(instrument, group, policy).offTrack;
    const scores = group.flatMap(({ score }) => (score === null ? [] : [Number(score)]));
    if (!instrument || !found) return [];
    return [{ instrumentCode: instrument.code, abbreviation: instrument.abbreviation, first: scores[0] ?? 0, last: scores.at(-1) ?? 0, ...found }];
  });
}

/** The day on which each instrument was last completed. */
export function lastDays(completed: readonly Completed[], timeZone: string): ReadonlyMap<string, Temporal.PlainDate> {
  return new Map(completed.flatMap(({ instrumentCode, completedAt }) => (completedAt ? [[instrumentCode, completedAt.toZonedDateTimeISO(timeZone).toPlainDate()]] : [])));
}
