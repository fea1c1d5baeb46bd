import { bytes, del, get, post, type Route } from '#server/platform/index.ts';
import { CalendarLinkList, CalendarLinkPath, CalendarPath, NewCalendarLink } from './calendars.contract.ts';
import { listCalendarLinks, makeCalendarLink, removeCalendarLink } from './keep-calendar-links.action.ts';
import { readCalendar } from './read-calendar.action.ts';

const may = 'schedule.read';

export const routes: readonly Route[] = [
  get('/calendar-links', { may, reply: CalendarLinkList, summary: 'Addresses under which a calendar program reads when I am busy' }, listCalendarLinks),
  post('/calendar-links', { may, reply: NewCalendarLink, summary: 'A new such address, told once' }, makeCalendarLink),
  del('/calendar-links/:calendarLinkId', { may, params: CalendarLinkPath, summary: 'End such an address' }, removeCalendarLink),
  // Calendar programs send nothing but an address, so the secret stands in it; it opens taken time and nothing else.
  get('/calendars/:secret', { may: 'public', params: CalendarPath, reply: bytes, rateLimit: 60, summary: 'Taken time as iCalendar' }, readCalendar),
];
