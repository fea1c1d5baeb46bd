import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MentionList } from '#server/together/documents/documents.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Failed } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';

const askAgainMs = 60_000;

/** What colleagues named this person for, until it is done; nothing shows while there is nothing. */
export function MentionsCard() {
  const queries = useQueryClient();
  const mentions = useQuery({ queryKey: ['mentions'], queryFn: () => api.get('/mentions', MentionList, {}, { quiet: true }), refetchInterval: askAgainMs });
  const finishing = useMutation({
    mutationFn: (remarkId: string) => api.post(`/mentions/${remarkId}/done`, undefined),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['mentions'] }),
  });
  if (mentions.isError) return <Failed error={mentions.error} retry={() => void mentions.refetch()} />;
  const items = mentions.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title={`For you from colleagues (${items.length})`}>
      <Stack gap="sm">
        {items.map(({ remarkId, documentId, documentName, patientName, says, authorName }) => (
          <Group key={remarkId} justify="space-between" wrap="nowrap" align="start">
            <div>
              <Text size="sm">{says}</Text>
              <Text size="xs" c="dimmed">
                {authorName},{' '}
                <Anchor component={Link} to={`/team-documents/${documentId}`} size="xs">
                  {documentName} of {patientName}
                </Anchor>
              </Text>
            </div>
            <Button
              size="compact-xs"
              variant="default"
              flex="none"
              loading={finishing.isPending && finishing.variables === remarkId}
              onClick={() => finishing.mutate(remarkId)}
            >
              Done
            </Button>
          </Group>
        ))}
        {finishing.isError && <Failed error={finishing.error} />}
      </Stack>
    </Panel>
  );
}
