import { notifications } from '@mantine/notifications';
import { wordsOf } from '../api/problem.ts';

const closing = { closeButtonProps: { 'aria-label': 'Close' } };

/** A short word that something was done. */
export function tell(message: string): void {
  notifications.show({ message, ...closing });
}

/** What went wrong with something that has no form to show it in. */
export function tellProblem(error: unknown): void {
  const { title, lines } = wordsOf(error);
  notifications.show({ color: 'orange', title, message: lines.join(' '), autoClose: 9000, ...closing });
}

/** That something was not done, and what stood in its way. */
export function tellNotDone(title: string, error: unknown): void {
  const { title: first, lines } = wordsOf(error);
  notifications.show({ color: 'orange', title, message: lines.length > 0 ? lines.join(' ') : first, autoClose: 12_000, ...closing });
}
