import { Badge, Select, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ClaimReply } from '#server/billing/claims/claims.contract.ts';
import { day, money, moment } from '../../ui/format/words.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { billingQueries } from './billing-queries.ts';
import { claimStates, openAtInsurer, toneColours } from './claim-states.ts';

type State = ClaimReply['state'];
const choices = [{ value: '', label: 'All claims' }, ...Object.entries(claimStates).map(([value, { label }]) => ({ value, label }))];

function Row({ claim }: { readonly claim: ClaimReply }) {
  const { label, tone } = claimStates[claim.state];
  return (
    <Table.Tr>
      <Table.Td>
        <Link to={'/billing/claims/$claimId' as never} params={{ claimId: claim.id } as never}>
          {claim.number}
        </Link>
      </Table.Td>
      <Table.Td>
        {claim.patientName}
        <Text size="xs" c="dimmed">
          {claim.payerName}
        </Text>
      </Table.Td>
      <Table.Td>{day(claim.servedOn)}</Table.Td>
      <Table.Td>{claim.codes.join(', ')}</Table.Td>
      <Table.Td>
        <Badge variant="light" color={toneColours[tone]}>
          {label}
        </Badge>
      </Table.Td>
      <Table.Td maw={340}>
        <Text size="xs" lineClamp={2}>
          {claim.lastEvent}
        </Text>
        <Text size="xs" c="dimmed">
          {moment(claim.updatedAt)}
        </Text>
      </Table.Td>
      <Table.Td ta="right">{money(claim.amountCents)}</Table.Td>
      <Table.Td ta="right">{money(openAtInsurer(claim))}</Table.Td>
    </Table.Tr>
  );
}

/** Claims by state, those that moved last first; each opens its story. */
export function ClaimsTable() {
  const [state, setState] = useState<State | undefined>();
  const claims = useQuery(billingQueries.claims(state));
  return (
    <Stack gap="sm">
      <Select
        aria-label="State"
        data={choices}
        value={state ?? ''}
        allowDeselect={false}
        w={220}
        onChange={(value) => setState((value || undefined) as State | undefined)}
      />
      {claims.isPending && <Waiting />}
      {claims.isError && <Failed error={claims.error} retry={() => void claims.refetch()} />}
      {claims.data?.items.length === 0 && <Empty>No claims here. Signed notes become charges, and Send claims builds and sends them.</Empty>}
      {claims.data && claims.data.items.length > 0 && (
        <Table.ScrollContainer minWidth={860}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Claim</Table.Th>
                <Table.Th>Patient, payer</Table.Th>
                <Table.Th>Service</Table.Th>
                <Table.Th>Codes</Table.Th>
                <Table.Th>State</Table.Th>
                <Table.Th>Last heard</Table.Th>
                <Table.Th ta="right">Charged</Table.Th>
                <Table.Th ta="right">Open</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {claims.data.items.map((claim) => (
                <Row key={claim.id} claim={claim} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Stack>
  );
}
