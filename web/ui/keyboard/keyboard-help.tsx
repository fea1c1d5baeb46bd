import { Group, Kbd, Modal, Stack, Text } from '@mantine/core';
import { useActiveShortcuts } from './use-shortcuts.ts';

const always = [
  { keys: 'Ctrl K', says: 'Find a patient or a page' },
  { keys: '/', says: 'Find a patient or a page' },
  { keys: 'Esc', says: 'Close what is open' },
  { keys: 'Ctrl Z', says: 'Undo what was just done, while its notice stands' },
];

/** Every key that means something here, opened by "?". */
export function KeyboardHelp({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const shortcuts = useActiveShortcuts();
  const lines = [...always, ...shortcuts.filter(({ keys }) => keys !== '/')];
  return (
    <Modal opened={opened} onClose={onClose} title="Keyboard" size="sm">
      <Stack gap={8}>
        {lines.map(({ keys, says }) => (
          <Group key={`${keys}${says}`} justify="space-between" wrap="nowrap">
            <Text size="sm">{says}</Text>
            <Group gap={4} wrap="nowrap">
              {keys.split(' ').map((key) => (
                <Kbd key={key}>{key.length === 1 ? key.toUpperCase() : key}</Kbd>
              ))}
            </Group>
          </Group>
        ))}
      </Stack>
    </Modal>
  );
}
