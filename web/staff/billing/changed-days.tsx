import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TreatmentDayReply } from '#server/billing/days/days.contract.ts';
import { day as dayWords, money } from '../../ui/format/words.ts';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { billingQueries } from './billing-queries.ts';

const columns: readonly Column<TreatmentDayReply>[] = [
  { label: 'Patient', cell: ({ patientName }) => patientName },
  { label: 'Day', cell: ({ day }) => dayWords(day) },
  { label: 'Claim', cell: ({ claimNumber }) => claimNumber },
  { label: 'What has changed', cell: ({ changedSince }) => <Text size="sm">{changedSince}</Text> },
  { label: 'Amount', cell: ({ amountCents }) => money(amountCents), align: 'right' },
];

/** Days on claims that would not be billed so by now; nothing is shown where all agree. */
export function ChangedDays() {
  const changed = useQuery(billingQueries.changedDays);
  if (!changed.data || changed.data.items.length === 0) return null;
  return (
    <Panel title="Days that changed after their claim" flush says="The claim stays as it was sent. Open it and correct it, or leave it as it is.">
      <Lines
        label="Days that changed after their claim"
        rows={changed.data.items}
        columns={columns}
        keyOf={({ id }) => id}
        to={({ claimId, patientId }) => (claimId === null ? `/patients/${patientId}` : `/billing/claims/${claimId}`)}
        tone={() => 'attention'}
      />
    </Panel>
  );
}
