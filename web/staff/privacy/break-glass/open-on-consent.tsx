import { Alert, Button, Group, Spoiler, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Opened, OpeningList, type OpeningLine } from '#server/privacy/openings/openings.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { tell, tellProblem } from '../../../ui/form/tell.ts';
import { moment } from '../../../ui/format/words.ts';
import { useMay } from '../../identity/session.ts';

function Part({ part, onOpen, isOpening }: { readonly part: OpeningLine; readonly onOpen: () => void; readonly isOpening: boolean }) {
  if (part.open) {
    return (
      <Alert color="blue" variant="light" title={`${part.programName}: open on the patient's consent until ${moment(part.open.endsAt)}`}>
        <Stack gap={4}>
          <Text size="sm">Private notes kept apart from the chart stay closed. The consent says: “{part.open.scope}”</Text>
          {part.open.notice && (
            <Spoiler maxHeight={42} showLabel="The whole statement" hideLabel="Less" styles={{ control: { fontSize: 'var(--mantine-font-size-sm)' } }}>
              <Text size="sm">{part.open.notice}</Text>
            </Spoiler>
          )}
        </Stack>
      </Alert>
    );
  }
  return (
    <Alert color="gray" variant="light" title={`${part.programName} also treats this patient`}>
      <Group justify="space-between" align="center" gap="sm">
        <Text size="sm" flex="1 1 320px">
          The consent says: “{part.scope}” What you open is recorded, and the patient can ask who looked.
        </Text>
        <Button variant="light" onClick={onOpen} loading={isOpening}>
          Open with the patient's consent
        </Button>
      </Group>
    </Alert>
  );
}

/** Other programs' parts of the chart that the patient's signed consents open to whoever treats them; nothing at all when there are none. */
export function OpenOnConsent({ patientId }: { readonly patientId: string }) {
  const may = useMay();
  const queries = useQueryClient();
  const parts = useQuery({
    queryKey: ['openings', patientId],
    queryFn: () => api.get(`/patients/${patientId}/openings`, OpeningList, {}, { quiet: true }),
    enabled: may('chart.read'),
    refetchInterval: 60_000,
  });
  const open = useMutation({
    mutationFn: (programId: string) => api.post(`/patients/${patientId}/openings`, Opened, { programId }),
    onSuccess: ({ programName }) => {
      tell(`${programName} is open.`);
      void queries.invalidateQueries({ queryKey: ['patient', patientId] });
      void queries.invalidateQueries({ queryKey: ['openings', patientId] });
    },
    onError: tellProblem,
  });
  if (!parts.data || parts.data.items.length === 0) return null;
  return (
    <Stack gap="xs" my="sm" component="section" aria-label="Other programs">
      {parts.data.items.map((part) => (
        <Part key={part.programId} part={part} isOpening={open.isPending && open.variables === part.programId} onOpen={() => open.mutate(part.programId)} />
      ))}
    </Stack>
  );
}
