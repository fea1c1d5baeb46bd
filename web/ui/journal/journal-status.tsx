import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCloudOff, IconDeviceFloppy, IconLoader2, type Icon } from '@tabler/icons-react';
import type { JournalStatus } from './journal.ts';

const icons: Readonly<Record<JournalStatus['kind'], Icon>> = {
  saved: IconCheck,
  saving: IconLoader2,
  kept: IconDeviceFloppy,
  offline: IconCloudOff,
  'signed-out': IconCloudOff,
  refused: IconAlertTriangle,
};

/** Where the words are, said quietly; in the colour of attention only when somebody should act. */
export function JournalStatusLine({ status }: { readonly status: JournalStatus }) {
  const StatusIcon = icons[status.kind];
  const isCalm = status.kind === 'saved' || status.kind === 'saving' || status.kind === 'kept';
  return (
    <Group gap={6} wrap="nowrap" role="status" c={isCalm ? 'dimmed' : 'orange.8'} data-journal={status.kind}>
      <StatusIcon size={15} stroke={1.7} aria-hidden />
      <Text size="xs">{status.says}</Text>
    </Group>
  );
}
