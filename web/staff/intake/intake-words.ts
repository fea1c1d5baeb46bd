import type { WaitReply } from '#server/intake/waitlist/waitlist.contract.ts';

type Clock = WaitReply['clocks'][number];

const clockColors = { met: 'tide', late: 'orange', due: 'gray', overdue: 'orange' } as const;

/** How a clock is shown: the words of how it stands, and a colour that is never the only sign. */
export function clockStanding({ state, dueAt, metAt }: Clock, moment: (instant: string) => string): { says: string; color: (typeof clockColors)[Clock['state']] } {
  const says = {
    met: `done ${moment(metAt ?? dueAt)}`,
    late: `done late, ${moment(metAt ?? dueAt)}`,
    due: `by ${moment(dueAt)}`,
    overdue: `overdue since ${moment(dueAt)}`,
  }[state];
  return { says, color: clockColors[state] };
}

/** The clock that wants something first; one that is met wants nothing. */
export function nextClock(clocks: readonly Clock[]): Clock | undefined {
  return clocks.filter(({ metAt }) => metAt === null).toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))[0];
}

export const actWords: Readonly<Record<WaitReply['acts'][number]['kind'], string>> = {
  reached: 'Reached',
  'not-reached': 'Not reached',
  'interim-given': 'Interim service given',
  'interim-declined': 'Interim service declined',
  offered: 'Place offered',
  accepted: 'Offer accepted',
  declined: 'Offer declined',
};

/** A code in words of its list. */
export function wordOf(words: readonly { readonly code: string; readonly says: string }[], code: string): string {
  return words.find((word) => word.code === code)?.says ?? code.replaceAll('-', ' ');
}
