import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Transition } from '#server/transitions/transitions/transitions.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tell, tellProblem } from '../../ui/form/tell.ts';
import { moment } from '../../ui/format/words.ts';
import { useMay } from '../identity/session.ts';
import { useRefreshPatient } from '../patients/patient-queries.ts';
import { useTransitions } from './transition-queries.ts';
import { kindWords } from './transition-words.ts';

/** Moves between programs, the latest first; the last one can be taken back for a day. Shows nothing where nobody has moved. */
export function TransitionList({ patientId }: { readonly patientId: string }) {
  const may = useMay();
  const refresh = useRefreshPatient(patientId);
  const transitions = useTransitions(patientId);
  const undoing = useMutation({
    mutationFn: (id: string) => api.post(`/transitions/${id}/undoing`, Transition),
    onSuccess: () => {
      tell('Everything is as it was before the move.');
      void refresh();
    },
    onError: tellProblem,
  });
  const items = transitions.data?.items ?? [];
  const last = items.find(({ takenBackAt }) => takenBackAt === null);
  if (items.length === 0) return null;
  return (
    <Stack gap={6} component="section" aria-label="Moves between programs">
      {items.map((move) => (
        <Group key={move.id} justify="space-between" wrap="nowrap">
          <Text size="xs" c="dimmed" td={move.takenBackAt === null ? undefined : 'line-through'}>
            {moment(move.at)}: {kindWords[move.kind]} from {move.fromName} to {move.toName}, {move.clinicianName}
          </Text>
          {move === last && move.mayTakeBack && may('transition.write') && (
            <Button size="compact-xs" variant="subtle" loading={undoing.isPending} onClick={() => undoing.mutate(move.id)}>
              Take back
            </Button>
          )}
        </Group>
      ))}
    </Stack>
  );
}
