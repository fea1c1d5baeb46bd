import { Anchor, Button, Group, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { EntryPage } from '#server/audit/entries/entries.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { EntryLines } from '../audit/entry-lines.tsx';
import { useMay } from '../identity/session.ts';
import { WhoCanSeePanel } from '../privacy/review/who-can-see.tsx';

/** Who read or changed this record, the latest first. */
export function AccessTab({ patientId }: { readonly patientId: string }) {
  const may = useMay();
  const looks = useInfiniteQuery({
    queryKey: ['patient', patientId, 'accesses'],
    queryFn: ({ pageParam }) => api.get(`/patients/${patientId}/accesses`, EntryPage, { cursor: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  const entries = looks.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Stack gap="md">
      {may('privacy.review') && <WhoCanSeePanel patientId={patientId} />}
      <Panel
        title="Who looked, and why"
        flush
        actions={
          may('privacy.review') && (
            <Group gap="md">
              <Anchor component={Link} to={`/privacy/what-if/${patientId}`} size="sm">
                What if …
              </Anchor>
              <Anchor component={Link} to={`/privacy/access-report/${patientId}`} size="sm">
                Report for the patient
              </Anchor>
            </Group>
          )
        }
      >
        {looks.isPending && <Waiting />}
        {looks.isError && <Failed error={looks.error} retry={() => void looks.refetch()} />}
        {looks.data && entries.length === 0 && <Empty>Nobody has opened this record.</Empty>}
        {entries.length > 0 && <EntryLines entries={entries} />}
        {looks.hasNextPage && (
          <Button variant="subtle" fullWidth loading={looks.isFetchingNextPage} onClick={() => void looks.fetchNextPage()}>
            Earlier
          </Button>
        )}
      </Panel>
    </Stack>
  );
}
