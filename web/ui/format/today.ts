/** The calendar day that it is now in a time zone, as YYYY-MM-DD. */
export function today(timeZone: string, now: Date = new Date()): string {
  // The Swedish way of writing dates is the ISO one.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
}
