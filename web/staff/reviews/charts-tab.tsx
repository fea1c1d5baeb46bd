import { Badge, Button, Group, SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReviewSummary } from '#server/reviews/charts/reviews.contract.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { day } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { DrawForm } from './draw-form.tsx';
import { OpenForm } from './open-form.tsx';
import { reviewQueries } from './review-queries.ts';
import { outcomes, progressWords, type Outcome } from './review-words.ts';

const columns: readonly Column<ReviewSummary>[] = [
  { label: 'Patient', cell: ({ patientName }) => patientName },
  { label: 'Checklist', cell: ({ checklistName }) => checklistName },
  { label: 'Program', cell: ({ programName }) => programName },
  { label: 'Primary clinician', cell: ({ aboutName }) => aboutName ?? 'none' },
  { label: 'Opened', cell: ({ openedAt, openedBy, drawnOf }) => `${day(openedAt)}, ${openedBy}${drawnOf === null ? '' : `, drawn of ${drawnOf}`}`, wide: true },
  {
    label: 'Standing',
    cell: (review) => (
      <Badge size="sm" variant="light" color={review.closedAt === null ? 'orange' : 'gray'}>
        {progressWords(review)}
      </Badge>
    ),
  },
];

const outcomeColumns = (name: string): readonly Column<Outcome>[] => [
  { label: name, cell: (outcome) => outcome.name },
  { label: 'Reviews', cell: ({ reviews }) => reviews, align: 'right' },
  { label: 'Met', cell: ({ met }) => met, align: 'right' },
  { label: 'Not met', cell: ({ notMet }) => notMet, align: 'right' },
  { label: 'Share met', cell: ({ share }) => (share === null ? '–' : `${share}%`), align: 'right' },
];

/** Charts that are looked through: open ones first, and how closed ones came out. */
export function ChartsTab() {
  const list = useQuery(reviewQueries.all);
  const [doing, setDoing] = useState<'draw' | 'open' | null>(null);
  const close = () => setDoing(null);
  const [chosen, setChosen] = useState<{ by: 'program' | 'clinician'; key: string } | null>(null);
  const all = list.data?.items ?? [];
  const shown =
    chosen === null ? all : all.filter((each) => each.closedAt !== null && (chosen.by === 'program' ? each.programId : (each.aboutStaffId ?? 'nobody')) === chosen.key);
  return (
    <Stack gap="md">
      <Panel
        title={chosen === null ? 'Chart reviews' : `Chart reviews behind the number (${shown.length})`}
        flush
        actions={
          chosen === null ? (
            <Group gap="xs" justify="flex-end">
              <Button size="compact-sm" variant="default" onClick={() => setDoing('open')}>
                Review one chart
              </Button>
              <Button size="compact-sm" onClick={() => setDoing('draw')}>
                Draw charts
              </Button>
            </Group>
          ) : (
            <Button size="compact-sm" variant="default" onClick={() => setChosen(null)}>
              Show all
            </Button>
          )
        }
      >
        <Loaded query={list} empty="No chart was looked through yet. Draw some, or choose one.">
          {() => (
            <Lines
              label="Chart reviews"
              rows={shown.slice(0, 100)}
              columns={columns}
              keyOf={({ id }) => id}
              to={({ id }) => `/reviews/${id}`}
              tone={({ closedAt }) => (closedAt === null ? 'attention' : undefined)}
            />
          )}
        </Loaded>
      </Panel>
      {all.some(({ closedAt }) => closedAt !== null) && (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
          {(['program', 'clinician'] as const).map((by) => (
            <Panel key={by} title={`How they came out, by ${by}`} flush says="Closed reviews; share of what applies">
              <Lines
                label={`By ${by}`}
                rows={outcomes(all, by)}
                columns={outcomeColumns(by === 'program' ? 'Program' : 'Clinician')}
                keyOf={({ key }) => key}
                onOpen={({ key }) => setChosen({ by, key })}
              />
            </Panel>
          ))}
        </SimpleGrid>
      )}
      <Dialog title="Draw charts" opened={doing === 'draw'} onClose={close}>
        <DrawForm onDone={close} />
      </Dialog>
      <Dialog title="Review one chart" opened={doing === 'open'} onClose={close}>
        <OpenForm onDone={close} />
      </Dialog>
    </Stack>
  );
}
