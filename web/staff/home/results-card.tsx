import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ResultToReview } from '#server/observations/results/results.contract.ts';
import { moment } from '../../ui/format/words.ts';
import { Failed } from '../../ui/states/states.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { observationQueries } from '../observations/observation-queries.ts';

const shown = 8;
const askAgainMs = 60_000;

const columns: readonly Column<ResultToReview>[] = [
  { label: 'Patient', cell: ({ patientName }) => patientName },
  { label: 'Result', cell: ({ panelName, says }) => (says.includes(panelName) ? says : `${panelName}: ${says}`) },
  {
    label: 'Review by',
    cell: ({ worst, isOverdue, reviewDue }) => (
      <>
        {moment(reviewDue)}
        {(worst === 'critical' || isOverdue) && (
          <Badge ml={6} size="sm" variant="light" color={worst === 'critical' ? 'red' : 'orange'}>
            {worst === 'critical' ? 'critical' : 'overdue'}
          </Badge>
        )}
      </>
    ),
  },
];

/** Results that nobody has read yet, what cannot wait first; nothing shows while there is none. */
export function ResultsCard() {
  const waiting = useQuery({ ...observationQueries.resultsToReview, refetchInterval: askAgainMs });
  if (waiting.isError) return <Failed error={waiting.error} retry={() => void waiting.refetch()} />;
  if (!waiting.data || waiting.data.count === 0) return null;
  return (
    <Panel
      title={`Results to review (${waiting.data.count})`}
      flush
      says={waiting.data.count > shown ? `The ${shown} most urgent; the next come up as these are reviewed` : undefined}
    >
      <Lines
        label="Results to review"
        rows={waiting.data.items.slice(0, shown)}
        columns={columns}
        keyOf={({ id }) => id}
        to={({ id, patientId }) => `/patients/${patientId}/results?open=${id}`}
        tone={({ worst, isOverdue }) => (worst === 'critical' || isOverdue ? 'attention' : undefined)}
      />
    </Panel>
  );
}
