import { Anchor, Group, SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BillingSummary } from '#server/billing/claims/claims.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';

/** What waits in billing, in numbers. */
export function BillingCard() {
  const summary = useQuery({ queryKey: ['billing', 'summary'], queryFn: () => api.get('/billing/summary', BillingSummary) });
  const counts = [
    ...(summary.data?.charges ?? []).map((count) => ({ ...count, of: 'charges' })),
    ...(summary.data?.claims ?? []).map((count) => ({ ...count, of: 'claims' })),
  ].filter(({ count }) => count > 0);
  return (
    <Panel
      title="Billing"
      actions={
        <Anchor component={Link} to="/billing" size="xs">
          Open the worklist
        </Anchor>
      }
    >
      {summary.isPending && <Waiting />}
      {summary.isError && <Failed error={summary.error} retry={() => void summary.refetch()} />}
      {summary.data && counts.length === 0 && <Empty>Nothing waits. Signed notes arrive here as charges.</Empty>}
      <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="md">
        {counts.map(({ of, state, count }) => (
          <Group key={`${of}${state}`} gap={0} align="baseline">
            <Text fz={22} fw={640} lh={1.1} w="100%">
              {count.toLocaleString('en-US')}
            </Text>
            <Text size="xs" c="dimmed">
              {of} {state.replaceAll('-', ' ')}
            </Text>
          </Group>
        ))}
      </SimpleGrid>
    </Panel>
  );
}
