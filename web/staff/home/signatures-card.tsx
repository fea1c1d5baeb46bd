import { Anchor, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Panel } from '../../ui/table/panel.tsx';
import { useSignatureQueue } from '../charting/queue/queue.ts';

/** How much waits for one's signature, a click away from signing it. */
export function SignaturesCard() {
  const { data } = useSignatureQueue();
  if (!data) return null;
  const overdue = [...data.toSign, ...data.toCosign].filter(({ isOverdue }) => isOverdue).length;
  const parts = [
    [data.toSign.length, 'to sign'],
    [data.toCosign.length, 'to co-sign'],
    [data.returned.length, 'returned to you'],
    [overdue, 'overdue'],
  ] as const;
  if (parts.every(([count]) => count === 0)) return null;
  return (
    <Panel title="Signatures">
      <Group justify="space-between">
        <Text size="sm" c={overdue > 0 ? 'red.8' : undefined}>
          {parts
            .filter(([count]) => count > 0)
            .map(([count, says]) => `${count} ${says}`)
            .join(', ')}
        </Text>
        <Anchor component={Link} to="/signatures" size="sm">
          Read and sign
        </Anchor>
      </Group>
    </Panel>
  );
}
