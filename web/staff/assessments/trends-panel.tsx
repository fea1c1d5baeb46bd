import { Badge, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { HistoryReply, Series } from '#server/assessments/administrations/administrations.contract.ts';
import { day } from '../../ui/format/words.ts';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { answererWords, changeWords } from './assessment-words.ts';
import { spanOf, type Span } from './trend.ts';
import { TrendPlot } from './trend-plot.tsx';

type Row = Series['points'][number] & { readonly name: string };

const columns: readonly Column<Row>[] = [
  { label: 'Instrument', cell: ({ name }) => name },
  { label: 'On', cell: ({ at }) => day(at) },
  { label: 'Score', cell: ({ score }) => score, align: 'right' },
  { label: 'Result', cell: ({ says }) => says },
];

const toneOf = (change: Series['change']) => (change === 'worse' ? 'orange' : change === 'no-change' || change === 'baseline' ? 'gray' : 'tide');
const nameOf = ({ abbreviation, answeredBy }: Series) => (answeredBy === 'patient' ? abbreviation : `${abbreviation}, ${answererWords[answeredBy]}`);

function Trend({ series, span, events }: { readonly series: Series; readonly span: Span; readonly events: HistoryReply['events'] }) {
  const words = changeWords(series.change);
  return (
    <div>
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600}>
          {nameOf(series)}
        </Text>
        <Group gap={6}>
          {words && (
            <Badge variant="light" color={toneOf(series.change)} title={series.changeSource ?? undefined}>
              {words}
            </Badge>
          )}
          {series.offTrack && (
            <Badge variant="light" color="orange">
              Off track
            </Badge>
          )}
        </Group>
      </Group>
      <TrendPlot series={series} span={span} events={events} />
    </div>
  );
}

/** How the scores went, one plot an instrument, all over the same days; the same as a table. */
export function TrendsPanel({ series: unordered, events }: { readonly series: readonly Series[]; readonly events: HistoryReply['events'] }) {
  const [isTable, { toggle }] = useDisclosure();
  // What is followed most closely stands first, at the same place each time.
  const series = unordered.toSorted((left, right) => right.points.length - left.points.length || left.abbreviation.localeCompare(right.abbreviation));
  if (series.length === 0) return null;
  const span = spanOf(series);
  const rows = series.flatMap((line) => line.points.map((point) => ({ ...point, name: nameOf(line) })));
  return (
    <Panel
      title="Over time"
      actions={
        <Button size="compact-xs" variant="subtle" onClick={toggle} aria-pressed={isTable}>
          {isTable ? 'Show plots' : 'Show as a table'}
        </Button>
      }
    >
      {isTable ? (
        <Lines label="Scores over time" rows={rows} columns={columns} keyOf={({ id, name }) => `${id}${name}`} to={({ id }) => `/assessments/${id}`} />
      ) : (
        <Stack gap="md">
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
            {series.map((line) => (
              <Trend key={`${line.instrumentCode} ${line.version} ${line.answeredBy}`} series={line} span={span} events={events} />
            ))}
          </SimpleGrid>
        </Stack>
      )}
    </Panel>
  );
}
