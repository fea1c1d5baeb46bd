import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ChainState, EntryPage } from '#server/audit/entries/entries.contract.ts';
import { StaffDirectory } from '#server/identity/staff/staff.contract.ts';
import { api } from '../../ui/api/api.ts';
import { DayField } from '../../ui/form/fields.tsx';
import { tell, tellProblem } from '../../ui/form/tell.ts';
import { moment } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Page } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { EntryLines } from './entry-lines.tsx';
import { purposeChoices } from './entry-words.ts';

/** The instant at which a day begins for the reader, some days later; undefined for no day. */
function startOf(day: string, daysLater = 0): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const [year = 0, month = 1, ofMonth = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, ofMonth + daysLater).toISOString();
}

function Chain() {
  const queries = useQueryClient();
  const chain = useQuery({ queryKey: ['audit', 'chain'], queryFn: () => api.get('/audit/chain', ChainState) });
  const seal = useMutation({
    mutationFn: () => api.post('/audit/seals', undefined),
    onSuccess: () => {
      tell('New entries are being sealed.');
      return queries.invalidateQueries({ queryKey: ['audit'] });
    },
    onError: tellProblem,
  });
  if (!chain.data) return null;
  const { sealedEntries, unsealedEntries, lastSealedAt } = chain.data;
  return (
    <Group gap="sm" wrap="nowrap">
      <Group gap={6} wrap="nowrap" visibleFrom="xs">
        <IconShieldCheck size={17} stroke={1.6} color="var(--mantine-primary-color-filled)" aria-hidden />
        <Text size="xs" c="dimmed">
          {sealedEntries.toLocaleString('en-US')} sealed{lastSealedAt ? `, last ${moment(lastSealedAt)}` : ''}, {unsealedEntries.toLocaleString('en-US')} waiting
        </Text>
      </Group>
      <Button size="compact-sm" variant="default" loading={seal.isPending} onClick={() => seal.mutate()}>
        Seal now
      </Button>
    </Group>
  );
}

/** Everything that was read or changed, by whom and why; denied attempts stand out. */
export function AuditScreen() {
  const [actorId, setActorId] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<string | null>(null);
  const [purpose, setPurpose] = useState<string | null>(null);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [action, setAction] = useState('');
  const [asked] = useDebouncedValue(action.trim(), 250);
  const staff = useQuery({ queryKey: ['directory'], queryFn: () => api.get('/staff/directory', StaffDirectory) });
  const filters = {
    actorId: actorId ?? undefined,
    outcome: outcome ?? undefined,
    purpose: purpose ?? undefined,
    from: startOf(from),
    to: startOf(to, 1),
    action: /^[a-z-]+(\.[a-z-]+)?$/.test(asked) ? asked : undefined,
  };
  const log = useInfiniteQuery({
    queryKey: ['audit', 'entries', filters],
    queryFn: ({ pageParam }) => api.get('/audit/entries', EntryPage, { ...filters, cursor: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Page title="Access log" actions={<Chain />}>
      <Group gap="sm" align="end">
        <Select
          label="Who"
          placeholder="Anybody"
          searchable
          clearable
          data={(staff.data?.items ?? []).map(({ id, displayName }) => ({ value: id, label: displayName }))}
          value={actorId}
          onChange={setActorId}
        />
        <TextInput label="What" placeholder="patient, note.sign" value={action} onChange={(event) => setAction(event.currentTarget.value)} />
        <Select label="Outcome" placeholder="All" clearable data={['done', 'denied', 'failed']} value={outcome} onChange={setOutcome} />
        <Select label="Why" placeholder="Any purpose" clearable data={purposeChoices} value={purpose} onChange={setPurpose} />
        <DayField label="From" value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
        <DayField label="To" value={to} onChange={(event) => setTo(event.currentTarget.value)} />
        <Button
          component="a"
          variant="default"
          href={`/api/audit/entries.csv?${new URLSearchParams(Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString()}`}
          download
        >
          Download
        </Button>
      </Group>
      <Panel title="Entries" flush>
        <Loaded query={log} empty="Nothing fits these filters." isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}>
          {({ pages }) => <EntryLines entries={pages.flatMap(({ items }) => items)} />}
        </Loaded>
        {log.hasNextPage && (
          <Button variant="subtle" fullWidth loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            Earlier
          </Button>
        )}
      </Panel>
    </Page>
  );
}
