/** Weekdays by their ISO number. */
export const weekdayNames = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Why somebody leaves a track. */
export const leavingReasons = [
  { value: 'completed', label: 'Completed the track' },
  { value: 'stepped-down', label: 'Goes on at a lower level of care' },
  { value: 'stepped-up', label: 'Goes on at a higher level of care' },
  { value: 'left-early', label: 'Left before the end' },
  { value: 'schedule', label: 'The times no longer suit' },
  { value: 'entered-in-error', label: 'Enrolled in error' },
] as const;

const reasonWords: Readonly<Record<string, string>> = {
  ...Object.fromEntries(leavingReasons.map(({ value, label }) => [value, label])),
  moved: 'Moved to another program',
};

/** A reason in words. */
export function leftWords(because: string | null): string {
  return reasonWords[because ?? ''] ?? '';
}

/** Minutes since midnight of a time on the clock. */
export function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
}

/** How many of how many, in words that fit a cell. */
export function seatWords({ taken, capacity }: { readonly taken: number; readonly capacity: number }): string {
  return taken >= capacity ? `full (${capacity})` : `${taken} of ${capacity}`;
}
