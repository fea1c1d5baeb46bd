import { Badge, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { day, money, moment } from '../../ui/format/words.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { billingQueries } from './billing-queries.ts';

/** Payments of payers: posted whole, or waiting with the reason. */
export function RemittancesTable() {
  const remittances = useQuery(billingQueries.remittances);
  if (remittances.isPending) return <Waiting />;
  if (remittances.isError) return <Failed error={remittances.error} retry={() => void remittances.refetch()} />;
  if (remittances.data.items.length === 0) return <Empty>No payments yet. Fetch answers asks the clearinghouse now; it is also asked every minute.</Empty>;
  return (
    <Table.ScrollContainer minWidth={680}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Payer</Table.Th>
            <Table.Th>Trace</Table.Th>
            <Table.Th>Paid on</Table.Th>
            <Table.Th ta="right">Claims</Table.Th>
            <Table.Th ta="right">Payment</Table.Th>
            <Table.Th>State</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {remittances.data.items.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td>{one.payerName}</Table.Td>
              <Table.Td>{one.trace}</Table.Td>
              <Table.Td>{one.paidOn ? day(one.paidOn) : ''}</Table.Td>
              <Table.Td ta="right">
                {one.matchedCount} of {one.claimCount}
              </Table.Td>
              <Table.Td ta="right">{money(one.paymentCents)}</Table.Td>
              <Table.Td>
                <Badge variant="light" color={one.state === 'posted' ? 'tide' : 'orange'}>
                  {one.state === 'posted' ? 'Posted' : 'Waiting'}
                </Badge>
                <Text size="xs" c="dimmed">
                  {one.reason ?? (one.postedAt ? moment(one.postedAt) : '')}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
