import type { Id } from '#server/platform/index.ts';
import type { Modality } from '../appointments/appointment.ts';

export type SeriesId = Id<'Series'>;

/** How a series goes on. Weekdays are ISO: Monday is 1. `weekday` means the same weekday of the month as the first day: the second Tuesday, the last Friday. */
export type Recurrence =
  | { readonly frequency: 'daily'; readonly interval: number }
  | { readonly frequency: 'weekly'; readonly interval: number; readonly weekdays: readonly number[] }
  | { readonly frequency: 'monthly'; readonly interval: number; readonly by: 'day-of-month' | 'weekday' };

/** On which days and at which time on the clock of the site; daylight saving moves the instant, never the clock time. */
export interface Timetable {
  readonly recurrence: Recurrence;
  /** The first day that may be an occurrence. */
  readonly firstDay: Temporal.PlainDate;
  readonly time: Temporal.PlainTime;
  readonly minutes: number;
  readonly timeZone: string;
  /** How many occurrences, 1 to 156. */
  readonly times: number;
}

/** With whom, where and for what: the same for each occurrence that was not changed on its own. */
export interface SeriesFacts {
  readonly clinicianId: Id<'Staff'>;
  readonly roomId: Id<'Room'> | null;
  readonly typeCode: string;
  readonly modality: Modality;
}

/** A row of appointments that follow a rule. */
export interface Series extends Timetable, SeriesFacts {
  readonly id: SeriesId;
  readonly patientId: Id<'Patient'>;
  readonly programId: Id<'Program'>;
  readonly siteId: Id<'Site'>;
  /** The series from which this one was split when "this and all that follow" was changed. */
  readonly follows: SeriesId | null;
  readonly version: number;
}
