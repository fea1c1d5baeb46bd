import { action, NotFound } from '#server/platform/index.ts';
import { busyEvents, calendarText } from '../series/calendar.rules.ts';
import { holderOf, takenStretches } from './calendars.store.ts';

const weeksBack = 4;
const weeksAhead = 26;

/** When a clinician is taken, as a calendar program reads it. No name, place, kind or number of visits is in it. */
export const readCalendar = action('calendar.read', async (tx, { secret }: { secret: string }) => {
  const link = await holderOf(tx, secret);
  if (!link) throw new NotFound('Page');
  tx.touch({ kind: 'calendar-link', id: link.id });
  const span = { startsAt: tx.now.subtract({ hours: 24 * 7 * weeksBack }), endsAt: tx.now.add({ hours: 24 * 7 * weeksAhead }) };
  const stretches = await takenStretches(tx, link.staffId, span);
  const text = calendarText(busyEvents(({ startsAt }) => `${link.id}-${startsAt.epochMilliseconds}`, stretches, tx.now));
  return { contentType: 'text/calendar; charset=utf-8', fileName: 'calendar.ics', body: new TextEncoder().encode(text) };
});
