import { Alert, Badge, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Clearinghouse } from '#server/billing/clearinghouse/clearinghouse.contract.ts';
import { money, moment } from '../../ui/format/words.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { billingQueries } from './billing-queries.ts';

type Batch = z.infer<typeof Clearinghouse>['batches'][number];
const words = { queued: 'Waits to be sent', sent: 'Sent', acknowledged: 'Taken', rejected: 'Rejected' } as const;

const columns: readonly Column<Batch>[] = [
  { label: 'File', cell: ({ fileName }) => fileName },
  {
    label: 'State',
    cell: ({ state, trouble, attempts }) => (
      <>
        <Badge variant="light" color={state === 'rejected' || trouble ? 'orange' : 'gray'}>
          {words[state]}
        </Badge>
        {trouble && (
          <Text size="xs">
            {trouble} Tried {attempts} times.
          </Text>
        )}
      </>
    ),
  },
  { label: 'Claims', cell: ({ claimCount }) => claimCount, align: 'right' },
  { label: 'Total', cell: ({ totalCents }) => money(totalCents), align: 'right' },
  { label: 'Made', cell: ({ createdAt }) => moment(createdAt) },
];

/** Files of claims and how the clearinghouse is doing. */
export function OnTheWay() {
  const clearinghouse = useQuery(billingQueries.clearinghouse);
  if (clearinghouse.isPending) return <Waiting />;
  if (clearinghouse.isError) return <Failed error={clearinghouse.error} retry={() => void clearinghouse.refetch()} />;
  const { connection, batches } = clearinghouse.data;
  return (
    <Stack gap="sm">
      {!connection && (
        <Alert color="orange" title="No clearinghouse is set up">
          Claims wait until it is.
        </Alert>
      )}
      {connection?.trouble && (
        <Alert color="orange" title="The clearinghouse does not answer">
          {connection.trouble} It is tried again by itself.
        </Alert>
      )}
      <Panel title="Files of claims" flush>
        {batches.length === 0 ? (
          <Empty>No file was sent yet.</Empty>
        ) : (
          <Lines
            label="Files of claims"
            rows={batches}
            columns={columns}
            keyOf={({ id }) => id}
            tone={({ state, trouble }) => (state === 'rejected' || trouble ? 'attention' : undefined)}
          />
        )}
      </Panel>
    </Stack>
  );
}
