import { action, Forbidden, NotFound, type Tx } from '#server/platform/index.ts';
import { calendarLinksOf, drawCalendarLink, endCalendarLink } from './calendars.store.ts';

function self(tx: Tx): string {
  if (tx.actor.kind !== 'staff' || tx.actor.id === null) throw new Forbidden('schedule.read');
  return tx.actor.id;
}

/** The own addresses that still answer. */
export const listCalendarLinks = action('calendar-link.list', async (tx) => ({ items: await calendarLinksOf(tx, self(tx)) }), { audit: 'touched' });

/** A new address of one's own taken time, told once. */
export const makeCalendarLink = action('calendar-link.make', async (tx) => {
  const { id, secret } = await drawCalendarLink(tx, self(tx));
  tx.touch({ kind: 'calendar-link', id });
  return { id, address: `${tx.config.publicUrl}/api/calendars/${secret}` };
});

/** Ends an address of one's own: whoever still asks for it finds nothing. */
export const removeCalendarLink = action('calendar-link.end', async (tx, { calendarLinkId }: { calendarLinkId: string }): Promise<void> => {
  if (!(await endCalendarLink(tx, { id: calendarLinkId, staffId: self(tx) }))) throw new NotFound('Calendar link');
  tx.touch({ kind: 'calendar-link', id: calendarLinkId });
});
