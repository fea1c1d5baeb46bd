import { addDays, mondayOf } from './zoned-time.ts';

/** What the schedule shows; all of it is in the address, so that a page can be sent, bookmarked and gone back to. */
export interface View {
  readonly span: 'day' | 'week';
  readonly day: string;
  /** 'me', or `clinician:<id>`, `program:<id>`, `site:<id>`. */
  readonly whose: string;
}

/** The view that an address asks for; what it leaves out is today's week of one's own. */
export function viewOf(search: Readonly<Record<string, unknown>>, today: string): View {
  const day = typeof search['day'] === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(search['day']) ? search['day'] : today;
  const whose = typeof search['whose'] === 'string' ? search['whose'] : 'me';
  return { span: search['span'] === 'day' ? 'day' : 'week', day, whose };
}

/** First and last day to ask the server for. */
export function daysOf({ span, day }: View): { from: string; to: string } {
  const from = span === 'day' ? day : mondayOf(day);
  return { from, to: span === 'day' ? day : addDays(from, 6) };
}

/** The view one step back or on. */
export function stepped(view: View, by: 1 | -1): View {
  return { ...view, day: addDays(view.day, by * (view.span === 'day' ? 1 : 7)) };
}

/** The part of `whose` that the server's query wants. */
export function whoseQuery(whose: string): Record<string, string> {
  const [kind, id] = whose.split(':');
  if (!id) return {};
  return kind === 'clinician' ? { clinicianIds: id } : kind === 'program' ? { programId: id } : { siteId: id };
}
