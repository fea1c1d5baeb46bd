/** Day and clock time as people at the site read them: `Tue, Nov 24, 2:05 PM`. */
export function sayWhen(at: Temporal.Instant, timeZone: string): string {
  return at.toLocaleString('en-US', { timeZone, weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' }).replaceAll('\u202F', ' ');
}
