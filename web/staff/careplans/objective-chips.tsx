import { Card, Chip, Group, Text } from '@mantine/core';
import { useThread } from './thread.ts';

/** What this note works on: one click an objective of the care plan. */
export function ObjectiveChips({ draftId }: { readonly draftId: string }) {
  const { objectives, mark, isPending } = useThread(draftId);
  if (objectives.length === 0) return null;
  return (
    <Card withBorder padding="sm" id="at-objectives">
      <Text size="sm" fw={600} mb="xs">
        Objectives this note works on
      </Text>
      <Chip.Group multiple value={objectives.filter(({ isWorkedOn }) => isWorkedOn).map(({ id }) => id)} onChange={(ids) => mark(ids)}>
        <Group gap="xs">
          {objectives.map(({ id, statement }) => (
            <Chip key={id} value={id} size="sm" disabled={isPending}>
              {statement || 'Objective without words'}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Card>
  );
}
