import { Badge, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TreatmentDayReply } from '#server/billing/days/days.contract.ts';
import { day as dayWords, money } from '../../ui/format/words.ts';
import { Empty } from '../../ui/states/states.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { billingQueries } from './billing-queries.ts';
import { billedAs, standingOfDay } from './day-words.ts';

const columns: readonly Column<TreatmentDayReply>[] = [
  { label: 'Day', cell: ({ day }) => dayWords(day) },
  {
    label: 'Billing',
    cell: (day) => {
      const { label, color, why } = standingOfDay(day);
      return (
        <Stack gap={2} align="flex-start">
          <Badge size="sm" variant="light" color={color}>
            {label}
          </Badge>
          <Text size="xs" c="dimmed">
            {why}
          </Text>
        </Stack>
      );
    },
  },
  { label: 'As', cell: billedAs },
  { label: 'Amount', cell: ({ amountCents }) => (amountCents === 0 ? '' : money(amountCents)), align: 'right' },
];

interface DaysTableProps {
  readonly patientId: string;
  readonly programId: string;
  /** First and last day, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
}

/** Days of somebody in a program: each billed, waiting or not billed, and why. */
export function DaysTable({ patientId, programId, from, to }: DaysTableProps) {
  const days = useQuery(billingQueries.days({ patientId, programId, from, to }));
  return (
    <Loaded query={days}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>No day has been counted yet. A night counts after midnight, a day of a program when its sessions are signed or it is over.</Empty>
        ) : (
          <Lines
            label="Days and their billing"
            rows={items}
            columns={columns}
            keyOf={({ id }) => id}
            tone={({ changedSince }) => (changedSince === null ? undefined : 'attention')}
          />
        )
      }
    </Loaded>
  );
}
