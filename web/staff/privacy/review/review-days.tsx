import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { ReviewDays, type ReviewDay } from '#server/audit/review/review.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { day as dayWords } from '../../../ui/format/words.ts';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { Lines, type Column } from '../../../ui/table/lines.tsx';
import { Panel } from '../../../ui/table/panel.tsx';

type Day = z.infer<typeof ReviewDay>;

const columns: readonly Column<Day>[] = [
  { label: 'Day', cell: ({ day }) => dayWords(day) },
  { label: 'Looks', cell: ({ entries }) => entries.toLocaleString('en-US'), align: 'right' },
  { label: 'Unusual', cell: ({ findings }) => findings.toLocaleString('en-US'), align: 'right' },
  { label: 'Without a verdict', cell: ({ unmarked }) => unmarked.toLocaleString('en-US'), align: 'right' },
  {
    label: 'State',
    cell: ({ closedByName }) => (
      <Badge variant="light" color={closedByName ? 'tide' : 'orange'}>
        {closedByName ? `closed by ${closedByName}` : 'open'}
      </Badge>
    ),
  },
];

/** The last days of the access log and how far each review has come. */
export function ReviewDaysPanel() {
  const days = useQuery({ queryKey: ['access-review', 'days'], queryFn: () => api.get('/access-review/days', ReviewDays) });
  return (
    <Panel title="Daily access review" flush says="Each finished day is gone through by rules during the night.">
      <Loaded query={days} empty="No day has been gone through yet. The first is ready after midnight.">
        {({ items }) => (
          <Lines
            label="Days"
            rows={items.slice(0, 14)}
            columns={columns}
            keyOf={({ day }) => day}
            to={({ day }) => `/privacy/access-review/${day}`}
            tone={({ closedAt, unmarked }) => (closedAt ? 'past' : unmarked > 0 ? 'attention' : undefined)}
          />
        )}
      </Loaded>
    </Panel>
  );
}
