import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ClaimToCorrectReply } from '#server/billing/corrections/corrections.contract.ts';
import { day as dayWords, money } from '../../ui/format/words.ts';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { billingQueries } from './billing-queries.ts';

const columns: readonly Column<ClaimToCorrectReply>[] = [
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
  {
    label: 'What has changed',
    cell: ({ days }) => (
      <Stack gap={2}>
        {days.map(({ day, says }) => (
          <Text key={day} size="sm">
            {dayWords(day)}: {says}
          </Text>
        ))}
      </Stack>
    ),
  },
  { label: 'What to do', cell: ({ says }) => <Text size="sm">{says}</Text> },
  {
    label: 'Amount',
    align: 'right',
    cell: ({ amountCents, becomesCents }) => (
      <>
        {money(amountCents)}
        {becomesCents !== amountCents && (
          <Text size="xs" c="dimmed">
            becomes {money(becomesCents)}
          </Text>
        )}
      </>
    ),
  },
];

/** Claims with days that would not be billed so by now; nothing is shown where all agree. */
export function ClaimsToCorrect() {
  const changed = useQuery(billingQueries.corrections);
  if (!changed.data || changed.data.items.length === 0) return null;
  return (
    <Panel title="Claims to correct" flush says="Their days have changed since. What was sent stays as it was until you correct it: open the claim.">
      <Lines
        label="Claims to correct"
        rows={changed.data.items}
        columns={columns}
        keyOf={({ id }) => id}
        to={({ id }) => `/billing/claims/${id}`}
        tone={({ act }) => (act === 'wait' ? undefined : 'attention')}
      />
    </Panel>
  );
}
