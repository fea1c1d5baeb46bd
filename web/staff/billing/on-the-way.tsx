import { Alert, Badge, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { money, moment } from '../../ui/format/words.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { billingQueries } from './billing-queries.ts';

const words = { queued: 'Waits to be sent', sent: 'Sent', acknowledged: 'Taken', rejected: 'Rejected' } as const;

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
      {batches.length === 0 ? (
        <Empty>No file was sent yet.</Empty>
      ) : (
        <Table.ScrollContainer minWidth={560}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>File</Table.Th>
                <Table.Th>State</Table.Th>
                <Table.Th ta="right">Claims</Table.Th>
                <Table.Th ta="right">Total</Table.Th>
                <Table.Th>Made</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {batches.map((batch) => (
                <Table.Tr key={batch.id}>
                  <Table.Td>{batch.fileName}</Table.Td>
                  <Table.Td>
                    <Badge variant="light" color={batch.state === 'rejected' || batch.trouble ? 'orange' : 'gray'}>
                      {words[batch.state]}
                    </Badge>
                    {batch.trouble && (
                      <Text size="xs">
                        {batch.trouble} Tried {batch.attempts} times.
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td ta="right">{batch.claimCount}</Table.Td>
                  <Table.Td ta="right">{money(batch.totalCents)}</Table.Td>
                  <Table.Td>{moment(batch.createdAt)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Stack>
  );
}
