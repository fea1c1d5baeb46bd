import { Card, Chip, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Thread } from '#server/careplans/thread/thread.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tellProblem } from '../../ui/form/tell.ts';

/** What this note works on: one click an objective of the care plan. */
export function ObjectiveChips({ draftId }: { readonly draftId: string }) {
  const queries = useQueryClient();
  const key = ['draft-objectives', draftId];
  const thread = useQuery({ queryKey: key, queryFn: () => api.get(`/drafts/${draftId}/objectives`, Thread) });
  const marking = useMutation({
    mutationFn: (objectiveIds: string[]) => api.put(`/drafts/${draftId}/objectives`, Thread, { objectiveIds }),
    onSuccess: async (answer) => {
      queries.setQueryData(key, answer);
      await queries.invalidateQueries({ queryKey: ['draft-findings', draftId] });
    },
    onError: tellProblem,
  });
  const objectives = thread.data?.objectives ?? [];
  if (objectives.length === 0) return null;
  return (
    <Card withBorder padding="sm" id="at-objectives">
      <Text size="sm" fw={600} mb="xs">
        Objectives this note works on
      </Text>
      <Chip.Group multiple value={objectives.filter(({ isWorkedOn }) => isWorkedOn).map(({ id }) => id)} onChange={(ids) => marking.mutate(ids)}>
        <Group gap="xs">
          {objectives.map(({ id, statement }) => (
            <Chip key={id} value={id} size="sm" disabled={marking.isPending}>
              {statement || 'Objective without words'}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Card>
  );
}
