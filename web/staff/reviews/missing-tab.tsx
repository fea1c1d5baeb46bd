import { Badge, Button, Chip, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { MissingList, type MissingItem } from '#server/reviews/missing/missing.contract.ts';
import { api } from '../../ui/api/api.ts';
import { moment } from '../../ui/format/words.ts';
import { Failed, Empty, Waiting } from '../../ui/states/states.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { byProgram, byStaff, kinds, kindWords, lateWords, missingAmong, placeOf, type Count, type Narrowed } from './missing-words.ts';

const shownAtOnce = 100;
const all: Narrowed = { kind: '', programId: '', staffId: '' };

const columns: readonly Column<MissingItem>[] = [
  { label: 'Patient', cell: ({ patientName }) => patientName },
  { label: 'Missing', cell: ({ kind, what }) => `${kindWords[kind]}: ${what}` },
  { label: 'Of', cell: ({ since }) => (since ? moment(since) : '') },
  {
    label: 'Due',
    cell: (item) => (
      <Group gap={6} wrap="nowrap">
        {item.due ? moment(item.due) : 'no deadline'}
        {item.isOverdue && (
          <Badge size="sm" variant="light" color="orange">
            {lateWords(item)}
          </Badge>
        )}
      </Group>
    ),
  },
  { label: 'Whose', cell: ({ staffName }) => staffName ?? 'nobody named' },
  { label: 'Program', cell: ({ programName }) => programName, wide: true },
];

const countColumns = (name: string): readonly Column<Count>[] => [
  { label: name, cell: ({ name: of }) => of },
  { label: 'Missing', cell: ({ count }) => count, align: 'right' },
  { label: 'Overdue', cell: ({ overdue }) => overdue, align: 'right' },
  { label: 'Longest, days', cell: ({ worst }) => worst, align: 'right' },
];

function Counts({ title, name, counts, chosen, onChoose }: { title: string; name: string; counts: readonly Count[]; chosen: string; onChoose: (key: string) => void }) {
  return (
    <Panel title={title} flush says={chosen ? 'Choose it again to see all' : undefined}>
      <Lines
        label={title}
        rows={counts}
        columns={countColumns(name)}
        keyOf={({ key }) => key}
        tone={({ key }) => (key === chosen ? 'attention' : undefined)}
        onOpen={({ key }) => onChoose(key === chosen ? '' : key)}
      />
    </Panel>
  );
}

/** What should be in charts and is not, with deadline and owner; each number is the list that it opens. */
export function MissingTab() {
  const list = useQuery({ queryKey: ['missing-documentation'], queryFn: () => api.get('/missing-documentation', MissingList) });
  const [narrowed, setNarrowed] = useState(all);
  const [shown, setShown] = useState(shownAtOnce);
  if (list.isError) return <Failed error={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <Waiting />;
  const { items, isOfEverybody } = list.data;
  if (items.length === 0) return <Empty>{isOfEverybody ? 'No chart lacks anything that is due.' : 'You owe no chart anything.'}</Empty>;
  const choose = (change: Partial<Narrowed>) => {
    setNarrowed({ ...narrowed, ...change });
    setShown(shownAtOnce);
  };
  const left = missingAmong(items, narrowed);
  return (
    <Stack gap="md">
      <Chip.Group value={narrowed.kind} onChange={(kind) => choose({ kind: String(kind) })}>
        <Group gap="xs">
          <Chip value="" size="xs">
            Everything {missingAmong(items, { ...narrowed, kind: '' }).length}
          </Chip>
          {kinds.map((kind) => (
            <Chip key={kind} value={kind} size="xs">
              {kindWords[kind]} {missingAmong(items, { ...narrowed, kind }).length}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {isOfEverybody && (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
          <Counts
            title="By program"
            name="Program"
            counts={byProgram(missingAmong(items, { ...narrowed, programId: '' }))}
            chosen={narrowed.programId}
            onChoose={(programId) => choose({ programId })}
          />
          <Counts
            title="By clinician"
            name="Clinician"
            counts={byStaff(missingAmong(items, { ...narrowed, staffId: '' }))}
            chosen={narrowed.staffId}
            onChoose={(staffId) => choose({ staffId })}
          />
        </SimpleGrid>
      )}
      <Panel
        title={`Missing (${left.length})`}
        flush
        says="What is longest overdue stands first. Each line opens where it is mended."
        actions={
          <Button variant="subtle" size="compact-sm" onClick={() => window.print()}>
            Print
          </Button>
        }
      >
        <Lines
          label="Missing documentation"
          rows={left.slice(0, shown)}
          columns={columns}
          keyOf={({ kind, id, what, programId }) => `${kind} ${id} ${what} ${programId}`}
          to={placeOf}
          tone={({ isOverdue }) => (isOverdue ? 'attention' : undefined)}
        />
        {left.length > shown && (
          <Group justify="space-between" p="md">
            <Text size="xs" c="dimmed">
              {shown} of {left.length}
            </Text>
            <Button size="compact-sm" variant="default" onClick={() => setShown(shown + shownAtOnce)}>
              Show more
            </Button>
          </Group>
        )}
      </Panel>
    </Stack>
  );
}
