import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { tellNotDone } from './tell.ts';

interface Standing {
  readonly id: string;
  readonly undo: () => Promise<void>;
}

let standing: Standing | undefined;

function leave(): void {
  standing = undefined;
  window.removeEventListener('keydown', hear);
}

function takeBack(): void {
  const { id, undo } = standing ?? {};
  if (id === undefined) return;
  leave();
  notifications.hide(id);
  void undo?.().catch((error: unknown) => tellNotDone('Not undone', error));
}

function hear(event: KeyboardEvent): void {
  if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
  // In a field the key takes back what was typed.
  if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')) return;
  event.preventDefault();
  takeBack();
}

/** Tells that something was done, with the way back: a button, and Ctrl+Z outside of fields, as long as the notice stands. The latest takes the place of the one before; an undo that is refused tells why. */
export function tellUndoable(message: string, undo: () => Promise<void>): void {
  if (standing) notifications.hide(standing.id);
  const id = notifications.show({
    autoClose: 20_000,
    closeButtonProps: { 'aria-label': 'Close' },
    onClose: () => {
      if (standing?.id === id) leave();
    },
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        <Button size="compact-sm" variant="default" aria-keyshortcuts="Control+Z" onClick={takeBack}>
          Undo
        </Button>
      </Group>
    ),
  });
  standing = { id, undo };
  window.addEventListener('keydown', hear);
}
