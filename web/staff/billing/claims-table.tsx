import { Badge, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClaimReply } from '#server/billing/claims/claims.contract.ts';
import { day, money, moment } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { billingQueries } from './billing-queries.ts';
import { claimStates, openAtInsurer, toneColours } from './claim-states.ts';

type State = ClaimReply['state'];
const choices = [{ value: '', label: 'All claims' }, ...Object.entries(claimStates).map(([value, { label }]) => ({ value, label }))];

const columns: readonly Column<ClaimReply>[] = [
  { label: 'Claim', cell: ({ number }) => number },
  {
    label: 'Patient, payer',
    cell: ({ patientName, payerName }) => (
      <>
        {patientName}
        <Text size="xs" c="dimmed">
          {payerName}
        </Text>
      </>
    ),
  },
  { label: 'Service', cell: ({ servedOn }) => day(servedOn) },
  { label: 'Codes', cell: ({ codes }) => codes.join(', '), wide: true },
  {
    label: 'State',
    cell: ({ state }) => (
      <Badge variant="light" color={toneColours[claimStates[state].tone]}>
        {claimStates[state].label}
      </Badge>
    ),
  },
  {
    label: 'Last heard',
    cell: ({ lastEvent, updatedAt }) => (
      <>
        <Text size="xs" lineClamp={2} maw={320}>
          {lastEvent}
        </Text>
        <Text size="xs" c="dimmed">
          {moment(updatedAt)}
        </Text>
      </>
    ),
    wide: true,
  },
  { label: 'Charged', cell: ({ amountCents }) => money(amountCents), align: 'right' },
  { label: 'Open', cell: (claim) => money(openAtInsurer(claim)), align: 'right' },
];

/** Claims by state, those that moved last first; each opens its story. */
export function ClaimsTable() {
  const [state, setState] = useState<State | undefined>();
  const claims = useQuery(billingQueries.claims(state));
  return (
    <Panel
      title="Claims"
      flush
      actions={
        <Select
          aria-label="State"
          size="xs"
          data={choices}
          value={state ?? ''}
          allowDeselect={false}
          w={150}
          onChange={(value) => setState((value || undefined) as State | undefined)}
        />
      }
    >
      <Loaded query={claims} empty="No claims here. Signed notes become charges, and Send claims builds and sends them.">
        {({ items }) => (
          <Lines
            label="Claims"
            rows={items}
            columns={columns}
            keyOf={({ id }) => id}
            to={({ id }) => `/billing/claims/${id}`}
            tone={(claim) => (claimStates[claim.state].tone === 'act' ? 'attention' : undefined)}
          />
        )}
      </Loaded>
    </Panel>
  );
}
