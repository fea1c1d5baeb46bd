import { Badge, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { MeasurementWorklist } from '#server/assessments/cadences/cadences.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';

type Line = MeasurementWorklist['items'][number];

const shown = 8;

const reasonWords = ({ reason, first, last, days }: Line['offTrack'][number]) =>
  `${first} to ${last}${reason === 'reliably-worse' ? ', reliably worse' : ` in ${Math.round(days / 7)} weeks`}`;

const columns: readonly Column<Line>[] = [
  { label: 'Patient', cell: ({ patientName }) => patientName },
  {
    label: 'Off track',
    cell: ({ offTrack }) =>
      offTrack.map((line) => (
        <Text key={line.instrumentCode} size="sm">
          {line.abbreviation} {reasonWords(line)}
        </Text>
      )),
  },
  {
    label: 'To ask',
    cell: ({ due }) => (
      <Group gap={4}>
        {due.map(({ instrumentCode, abbreviation, state }) => (
          <Badge key={instrumentCode} variant="light" color={state === 'overdue' ? 'orange' : 'gray'}>
            {abbreviation}
          </Badge>
        ))}
      </Group>
    ),
  },
];

/** Off track first, then who has waited longest. */
function inOrder(items: readonly Line[]): readonly Line[] {
  const first = ({ due }: Line) => due[0]?.dueOn ?? '9999';
  return items.toSorted((left, right) => right.offTrack.length - left.offTrack.length || first(left).localeCompare(first(right)));
}

/** Own patients who do not get better, and of whom something is to be asked. */
export function MeasurementCard() {
  const worklist = useQuery({ queryKey: ['assessment-worklist'], queryFn: () => api.get('/assessment-worklist', MeasurementWorklist) });
  const items = inOrder(worklist.data?.items ?? []);
  const offTrack = items.filter((line) => line.offTrack.length > 0).length;
  return (
    <Panel title={offTrack > 0 ? `Measurement (${offTrack} off track)` : 'Measurement'} flush says="Off track: reliably worse, or less than 20% better after six weeks">
      {worklist.isPending && <Waiting />}
      {worklist.isError && <Failed error={worklist.error} retry={() => void worklist.refetch()} />}
      {worklist.data && items.length === 0 && <Empty>Nobody of yours is off track, and nothing is due.</Empty>}
      {items.length > 0 && (
        <Lines
          label="Measurement"
          rows={items.slice(0, shown)}
          columns={columns}
          keyOf={({ patientId }) => patientId}
          to={({ patientId }) => `/patients/${patientId}/assessments`}
          tone={(line) => (line.offTrack.length > 0 ? 'attention' : undefined)}
        />
      )}
      {items.length > shown && (
        <Text size="xs" c="dimmed" px="md">
          and {items.length - shown} more
        </Text>
      )}
    </Panel>
  );
}
