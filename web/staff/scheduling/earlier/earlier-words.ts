import type { Wishes } from '#server/scheduling/earlier-times/earlier-times.contract.ts';

type Wish = Wishes['items'][number];

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** When somebody could come, in words: Mondays and Tuesdays, from 09:00, until 12:00, with 24 hours of notice. */
export function limitWords({
  weekdays,
  notBefore,
  notAfter,
  noticeHours,
  anyClinician,
}: Pick<Wish, 'weekdays' | 'notBefore' | 'notAfter' | 'noticeHours' | 'anyClinician'>): string {
  const days = weekdays.toSorted((one, other) => one - other).flatMap((weekday) => weekdayNames[weekday - 1] ?? []);
  return [
    days.length === 0 ? 'any day' : days.join(', '),
    notBefore ? `from ${notBefore}` : '',
    notAfter ? `until ${notAfter}` : '',
    noticeHours > 0 ? `${noticeHours} hours of notice` : 'at short notice',
    anyClinician ? 'with any clinician' : '',
  ]
    .filter(Boolean)
    .join(', ');
}
