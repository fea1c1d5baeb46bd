import content from '#content/assessments/cadences.json' with { type: 'json' };
import type { OffTrackPolicy } from '../instruments/change.rules.ts';

/** One line of a cadence: first within so many days of admission, then every so many days, or once. */
export interface Cadence {
  readonly instrument: string;
  readonly firstWithinDays: number;
  readonly everyDays: number | null;
}

/** Defaults by kind of program, when people are off track, and how long links live: content/assessments/cadences.json. */
export const cadenceContent: {
  readonly offTrack: OffTrackPolicy;
  readonly linkHours: number;
  readonly tabletMinutes: number;
  readonly byKindOfProgram: Readonly<Record<string, readonly Cadence[]>>;
} = content;
