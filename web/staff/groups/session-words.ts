/** Day and hours of a session in words, as a clock at that place shows them. */
export function spanWords({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }, timeZone: string): string {
  const day = new Intl.DateTimeFormat('en-US', { timeZone, dateStyle: 'medium' }).format(new Date(startsAt));
  const clock = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: '2-digit' });
  return `${day}, ${clock.format(new Date(startsAt))} to ${clock.format(new Date(endsAt))}`;
}
