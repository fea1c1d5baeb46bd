import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../ui/api/api.ts';
import { tellProblem } from '../../ui/form/tell.ts';
import { moment } from '../../ui/format/words.ts';
import { Failed } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { caseloadQueries } from './caseload-queries.ts';

/** People whom colleagues handed to me, each with the note, until it is read; nothing shows while there is nobody. */
export function HandedToMe() {
  const queries = useQueryClient();
  const handed = useQuery(caseloadQueries.handedToMe);
  const reading = useMutation({
    mutationFn: ({ handOverId, patientId }: { handOverId: string; patientId: string }) => api.post(`/hand-overs/${handOverId}/people/${patientId}/reading`, undefined),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['handed-to-me'] });
      await queries.invalidateQueries({ queryKey: ['home'] });
    },
    onError: tellProblem,
  });
  if (handed.isError) return <Failed error={handed.error} retry={() => void handed.refetch()} />;
  const items = handed.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title={`Handed to you (${items.length})`}>
      <Stack gap="sm" component="ul" m={0} p={0} aria-label="Handed to you" style={{ listStyle: 'none' }}>
        {items.map((item) => (
          <Group key={`${item.handOverId}${item.patientId}`} component="li" justify="space-between" wrap="nowrap" align="start">
            <div>
              <Anchor component={Link} to={`/patients/${item.patientId}`} size="sm" fw={550}>
                {item.patientName}
              </Anchor>
              <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
                {item.note}
              </Text>
              <Text size="xs" c="dimmed">
                {item.programName}, from {item.fromName}, {moment(item.at)}
              </Text>
            </div>
            <Button
              size="compact-xs"
              variant="default"
              flex="none"
              aria-label={`Read: ${item.patientName}`}
              loading={reading.isPending}
              onClick={() => reading.mutate(item)}
            >
              Read
            </Button>
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}
