import { useHotkeys } from '@mantine/hooks';
import { useEffect, useMemo, useRef } from 'react';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts.ts';
import type { Booking } from './booking.ts';
import { stepped, type View } from './view.ts';

interface ScheduleKeys {
  readonly view: View;
  readonly today: string;
  readonly mayBook: boolean;
  readonly onView: (view: View) => void;
  readonly onBook: (part: Partial<Booking>, isFinding: boolean) => void;
}

/** The keys of the schedule: arrows for the days before and after, and those that the help lists. */
export function useScheduleKeys(now: ScheduleKeys): void {
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
  });
  const { mayBook } = now;
  useShortcuts(
    useMemo(() => {
      const show = (part: Partial<View>) => latest.current.onView({ ...latest.current.view, ...part });
      const book = (isFinding: boolean) => latest.current.onBook({}, isFinding);
      return [
        { keys: 't', says: 'Show today', run: () => show({ day: latest.current.today }) },
        { keys: 'd', says: 'Show a day', run: () => show({ span: 'day' }) },
        { keys: 'w', says: 'Show a week', run: () => show({ span: 'week' }) },
        ...(mayBook
          ? [
              { keys: 'n', says: 'Book an appointment', run: () => book(false) },
              { keys: 'f', says: 'Find a time', run: () => book(true) },
            ]
          : []),
      ];
    }, [mayBook]),
  );
  useHotkeys([
    ['ArrowLeft', () => now.onView(stepped(now.view, -1))],
    ['ArrowRight', () => now.onView(stepped(now.view, 1))],
  ]);
}
