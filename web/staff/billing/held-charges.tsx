import { Anchor, Button, List, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { day, money } from '../../ui/format/words.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { useMay } from '../identity/session.ts';
import { billingQueries, useBillingActs } from './billing-queries.ts';

/** Charges that cannot be claimed yet, each with its reasons and the way to judge it anew. */
export function HeldCharges() {
  const held = useQuery(billingQueries.charges('held'));
  const { recheck } = useBillingActs();
  const may = useMay();
  if (held.isPending) return <Waiting />;
  if (held.isError) return <Failed error={held.error} retry={() => void held.refetch()} />;
  if (held.data.items.length === 0) return <Empty>Nothing is held. Every signed note became a charge that can be billed.</Empty>;
  return (
    <Table.ScrollContainer minWidth={720}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Service</Table.Th>
            <Table.Th>Patient</Table.Th>
            <Table.Th>Clinician</Table.Th>
            <Table.Th>Why it is held</Table.Th>
            <Table.Th ta="right">Amount</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {held.data.items.map((charge) => (
            <Table.Tr key={charge.id}>
              <Table.Td>{day(charge.servedOn)}</Table.Td>
              <Table.Td>
                <Anchor size="sm" href={`/patients/${charge.patientId}`}>
                  {charge.patientName}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {charge.payerName ?? 'No coverage'}
                </Text>
              </Table.Td>
              <Table.Td>{charge.clinicianName}</Table.Td>
              <Table.Td>
                <List size="sm" spacing={2}>
                  {charge.holds.map(({ code, says }) => (
                    <List.Item key={code + says}>{says}</List.Item>
                  ))}
                </List>
              </Table.Td>
              <Table.Td ta="right">{money(charge.amountCents)}</Table.Td>
              <Table.Td>
                {may('claim.write') && (
                  <Button size="xs" variant="light" loading={recheck.isPending && recheck.variables === charge.id} onClick={() => recheck.mutate(charge.id)}>
                    Check again
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
