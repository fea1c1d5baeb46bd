import { Badge, Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { PanelReply, ResultCourse, ResultReply } from '#server/observations/results/results.contract.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { moment } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Empty } from '../../ui/states/states.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { WhyNotMore } from '../privacy/break-glass/why-not.tsx';
import { CoursePlot } from './course-plot.tsx';
import { observationQueries } from './observation-queries.ts';
import { NewResultForm } from './result-forms.tsx';
import { OneResult } from './result-view.tsx';
import { resultsWith } from './result-words.ts';
import { ResultsGrid } from './results-grid.tsx';

const columns: readonly Column<ResultReply>[] = [
  { label: 'Collected', cell: ({ collectedAt, panelName }) => `${panelName}, ${moment(collectedAt)}` },
  { label: 'Found', cell: ({ says, worst }) => <span data-worst={worst}>{says}</span> },
  { label: 'Laboratory', cell: ({ laboratory, method }) => [laboratory, method].filter(Boolean).join(', ') },
  {
    label: 'Review',
    cell: ({ reviewedAt, reviewedBy, reviewDue, worst }) =>
      reviewedAt === null ? (
        <Badge size="sm" variant="light" color={worst === 'critical' ? 'red' : 'orange'}>
          to review by {moment(reviewDue)}
        </Badge>
      ) : (
        `${reviewedBy ?? ''}, ${moment(reviewedAt)}`
      ),
  },
];

const toReviewFirst = (results: readonly ResultReply[]) => results.toSorted((one, other) => Number(one.reviewedAt !== null) - Number(other.reviewedAt !== null));

function Courses({ courses }: { readonly courses: readonly ResultCourse[] }) {
  const several = courses.filter(({ points }) => points.length > 1);
  if (several.length === 0) return null;
  return (
    <Panel title="Numbers over time" says="The band is the range of the laboratory">
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="lg">
        {several.map(({ code, name, unit, range, points }) => (
          <div key={code}>
            <Text size="sm" fw={600}>
              {name}
            </Text>
            <CoursePlot courses={[{ name, points: points.map(({ at, value }) => ({ at: Date.parse(at), value })) }]} unit={unit} range={range ?? undefined} />
          </div>
        ))}
      </SimpleGrid>
    </Panel>
  );
}

function Grids({
  results,
  panels,
  onOpen,
}: {
  readonly results: readonly ResultReply[];
  readonly panels: readonly PanelReply[];
  readonly onOpen: (result: ResultReply) => void;
}) {
  const tested = panels.flatMap((panel) => {
    const ofPanel = results.filter((result) => result.panel === panel.code);
    return ofPanel.length === 0 ? [] : [{ panel, ofPanel }];
  });
  if (tested.length === 0) return null;
  return (
    <Panel title="Side by side" says="The latest collection first; open one by its day" flush>
      <Stack gap="lg">
        {tested.map(({ panel, ofPanel }) => (
          <ResultsGrid key={panel.code} panel={panel} results={ofPanel} onOpen={onOpen} />
        ))}
      </Stack>
    </Panel>
  );
}

/** Which result is open: one chosen here, or one that a link leads to. */
function useOpenResult(items: readonly ResultReply[] | undefined, patientId: string) {
  const { open } = useSearch({ strict: false }) as { open?: unknown };
  const navigate = useNavigate();
  return {
    result: items?.find(({ id }) => id === open),
    show: (id: string | undefined) => void navigate({ to: `/patients/${patientId}/results`, search: (id ? { open: id } : {}) as never, replace: true }),
  };
}

/** Results of laboratories and drug screens: what waits for review first, side by side, and each number over time. */
export function ResultsTab({ patientId }: { readonly patientId: string }) {
  const mayWrite = useMay()('observation.write');
  const list = useQuery(observationQueries.results(patientId));
  const panels = useQuery(observationQueries.panels);
  const [isAdding, setAdding] = useState(false);
  const [words, setWords] = useState('');
  const { result, show } = useOpenResult(list.data?.items, patientId);
  const known = panels.data?.items ?? [];
  const found = resultsWith(list.data?.items ?? [], known, words);
  return (
    <Stack gap="md">
      <Panel
        title="Results"
        flush
        actions={
          <Group gap="xs" justify="flex-end">
            <TextInput
              size="xs"
              type="search"
              aria-label="Find in results"
              placeholder="Find"
              value={words}
              onChange={({ currentTarget }) => setWords(currentTarget.value)}
            />
            {mayWrite && (
              <Button size="compact-sm" onClick={() => setAdding(true)}>
                Enter a result
              </Button>
            )}
          </Group>
        }
      >
        <Loaded query={list} empty="No results yet.">
          {() =>
            found.length === 0 ? (
              <Empty>No result has these words.</Empty>
            ) : (
              <Lines
                label="Results"
                rows={toReviewFirst(found)}
                columns={columns}
                keyOf={({ id }) => id}
                tone={({ reviewedAt }) => (reviewedAt === null ? 'attention' : undefined)}
                onOpen={({ id }) => show(id)}
              />
            )
          }
        </Loaded>
        <WhyNotMore patientId={patientId} />
      </Panel>
      <Grids results={found} panels={known} onOpen={({ id }) => show(id)} />
      {list.data && <Courses courses={list.data.courses} />}
      <Dialog title="Enter a result" opened={isAdding} onClose={() => setAdding(false)} wide>
        <NewResultForm patientId={patientId} onDone={() => setAdding(false)} />
      </Dialog>
      <Dialog title={result ? `${result.panelName} of ${moment(result.collectedAt)}` : ''} opened={result !== undefined} onClose={() => show(undefined)} wide>
        {result && <OneResult result={result} panel={known.find(({ code }) => code === result.panel)} patientId={patientId} onDone={() => show(undefined)} />}
      </Dialog>
    </Stack>
  );
}
