import { Badge, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { RemittanceList } from '#server/billing/remittances/remittances.contract.ts';
import { day, money, moment } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { billingQueries } from './billing-queries.ts';

type Remittance = z.infer<typeof RemittanceList>['items'][number];

const columns: readonly Column<Remittance>[] = [
  { label: 'Payer', cell: ({ payerName }) => payerName },
  { label: 'Trace', cell: ({ trace }) => trace },
  { label: 'Paid on', cell: ({ paidOn }) => (paidOn ? day(paidOn) : '') },
  { label: 'Claims', cell: ({ matchedCount, claimCount }) => `${matchedCount} of ${claimCount}`, align: 'right' },
  { label: 'Payment', cell: ({ paymentCents }) => money(paymentCents), align: 'right' },
  {
    label: 'State',
    cell: ({ state, reason, postedAt }) => (
      <>
        <Badge variant="light" color={state === 'posted' ? 'tide' : 'orange'}>
          {state === 'posted' ? 'Posted' : 'Waiting'}
        </Badge>
        <Text size="xs" c="dimmed">
          {reason ?? (postedAt ? moment(postedAt) : '')}
        </Text>
      </>
    ),
  },
];

/** Payments of payers: posted whole, or waiting with the reason. */
export function RemittancesTable() {
  const remittances = useQuery(billingQueries.remittances);
  return (
    <Panel title="Payments of payers" flush>
      <Loaded query={remittances} empty="No payments yet. Fetch answers asks the clearinghouse now; it is also asked every minute.">
        {({ items }) => (
          <Lines label="Remittances" rows={items} columns={columns} keyOf={({ id }) => id} tone={({ state }) => (state === 'posted' ? undefined : 'attention')} />
        )}
      </Loaded>
    </Panel>
  );
}
