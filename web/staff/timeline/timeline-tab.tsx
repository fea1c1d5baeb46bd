import { Button, Chip, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import { Timeline, type TimelineEntry } from '#server/timeline/entries/entries.contract.ts';
import { api } from '../../ui/api/api.ts';
import { placeOf as addressOf } from '../../ui/format/address.ts';
import { moment } from '../../ui/format/words.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { WhyNotMore } from '../privacy/break-glass/why-not.tsx';
import { NoteSearch } from './note-search.tsx';
import { byMonth, kindWords, placeOf, wantedAmong, type Wanted } from './story.ts';
import classes from './timeline.module.css';

/** Up and down go from entry to entry. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const links = [...event.currentTarget.querySelectorAll('a')];
  const at = links.findIndex((link) => link === document.activeElement);
  if (step === undefined || at < 0) return;
  event.preventDefault();
  links[at + step]?.focus();
}

function Entries({ entries, patientId }: { readonly entries: readonly TimelineEntry[]; readonly patientId: string }) {
  return (
    <div onKeyDown={walk} role="presentation">
      {byMonth(entries).map(({ month, entries: ofMonth }) => (
        <section key={month} aria-label={month}>
          <h3 className={classes.month}>{month}</h3>
          <ol className={classes.entries}>
            {ofMonth.map((entry) => (
              <li key={`${entry.kind} ${entry.id} ${entry.title}`} className={classes.entry}>
                <span className={classes.quiet}>{moment(entry.at)}</span>
                <span className={classes.quiet}>{kindWords[entry.kind]}</span>
                <span className={classes.title}>
                  <Link {...addressOf(placeOf(entry, patientId))}>{entry.title}</Link>
                  {entry.detail && `, ${entry.detail}`}
                </span>
                <span className={classes.quiet}>{[entry.who, entry.programName].filter((part) => part !== '').join(', ')}</span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

interface FilterProps {
  readonly entries: readonly TimelineEntry[];
  readonly wanted: Wanted;
  readonly onChange: (wanted: Wanted) => void;
}

function Filters({ entries, wanted, onChange }: FilterProps) {
  const programs = new Map(entries.map(({ programId, programName }) => [programId, programName]));
  const counts = Map.groupBy(entries, ({ kind }) => kind);
  return (
    <Group className={classes.controls} gap="xs" mb="xs">
      <TextInput
        size="xs"
        type="search"
        aria-label="Find in the timeline"
        placeholder="Result, document, diagnosis …"
        value={wanted.words}
        onChange={({ currentTarget }) => onChange({ ...wanted, words: currentTarget.value })}
      />
      <Chip.Group multiple value={[...wanted.kinds]} onChange={(kinds) => onChange({ ...wanted, kinds })}>
        {[...counts].map(([kind, ofKind]) => (
          <Chip key={kind} value={kind} size="xs">
            {kindWords[kind]} {ofKind.length}
          </Chip>
        ))}
      </Chip.Group>
      {programs.size > 1 && (
        <NativeSelect
          size="xs"
          aria-label="Program"
          value={wanted.programId}
          onChange={({ currentTarget }) => onChange({ ...wanted, programId: currentTarget.value })}
          data={[{ value: '', label: 'All programs' }, ...[...programs].map(([value, label]) => ({ value, label }))]}
        />
      )}
    </Group>
  );
}

/** The story of one chart: everything over all episodes and disciplines, the latest first. */
export function TimelineTab({ patientId }: { readonly patientId: string }) {
  const [wanted, setWanted] = useState<Wanted>({ kinds: [], programId: '', words: '' });
  const story = useInfiniteQuery({
    queryKey: ['patient', patientId, 'timeline'],
    queryFn: ({ pageParam }) => api.get(`/patients/${patientId}/timeline`, Timeline, { before: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  const entries = story.data?.pages.flatMap(({ items }) => items) ?? [];
  const shown = wantedAmong(entries, wanted);
  const print = (
    <Button variant="subtle" size="compact-sm" className={classes.controls} onClick={() => window.print()}>
      Print
    </Button>
  );
  return (
    <Stack gap="md">
      <NoteSearch patientId={patientId} />
      <Panel title="Timeline" actions={print}>
        {story.isPending && <Waiting />}
        {story.isError && <Failed error={story.error} retry={() => void story.refetch()} />}
        {entries.length > 0 && <Filters entries={entries} wanted={wanted} onChange={setWanted} />}
        {story.data && shown.length === 0 && (
          <Empty>{entries.length === 0 ? 'Nothing has happened in this chart yet.' : 'Nothing of this kind. Choose fewer filters.'}</Empty>
        )}
        <Entries entries={shown} patientId={patientId} />
        {story.hasNextPage && (
          <Button variant="subtle" fullWidth className={classes.controls} loading={story.isFetchingNextPage} onClick={() => void story.fetchNextPage()}>
            Earlier
          </Button>
        )}
        <WhyNotMore patientId={patientId} />
      </Panel>
    </Stack>
  );
}
