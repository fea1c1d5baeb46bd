import { Badge, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WaitReply } from '#server/intake/waitlist/waitlist.contract.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { moment } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMyPrograms } from '../programs/program-queries.ts';
import { intakeQueries } from './intake-queries.ts';
import { clockStanding, nextClock } from './intake-words.ts';
import { WaitPanel } from './wait-panel.tsx';

function Next({ wait }: { readonly wait: WaitReply }) {
  const clock = nextClock(wait.clocks);
  if (!clock) return 'nothing';
  const { says, color } = clockStanding(clock, moment);
  return (
    <>
      <Text size="sm">{clock.says}</Text>
      <Badge size="sm" variant="light" color={color} tt="none">
        {says}
      </Badge>
    </>
  );
}

const columns: readonly Column<WaitReply>[] = [
  { label: 'Name', cell: ({ name, mrn }) => `${name}, ${mrn}` },
  { label: 'Priority', cell: ({ prioritySays }) => prioritySays },
  { label: 'Since', cell: ({ since }) => moment(since) },
  { label: 'Program', cell: ({ programName }) => programName, wide: true },
  { label: 'Next', cell: (wait) => <Next wait={wait} /> },
  { label: 'Place', cell: ({ isOffered }) => (isOffered ? 'offered' : 'waits'), wide: true },
];

/** Who waits, in the order in which places go: nobody can be moved by hand. */
export function WaitlistView() {
  const programs = useMyPrograms();
  const [programId, setProgramId] = useState('');
  const [openId, setOpenId] = useState<string | null>(null);
  const waitlist = useQuery(intakeQueries.waitlist(programId));
  const open = waitlist.data?.items.find(({ id }) => id === openId);
  return (
    <Panel
      title="Waitlist"
      flush
      says="Pregnant and injecting first, then pregnant, then injecting, then everybody else; within each by date (45 CFR 96.131)"
      actions={
        <Select aria-label="Program" placeholder="All programs" size="xs" clearable data={programs} value={programId || null} onChange={(id) => setProgramId(id ?? '')} />
      }
    >
      <Loaded query={waitlist} empty="Nobody waits. Who was screened can be put on the list from the call or the chart.">
        {({ items }) => (
          <Lines
            label="Waitlist"
            rows={items}
            columns={columns}
            keyOf={({ id }) => id}
            onOpen={({ id }) => setOpenId(id)}
            tone={({ clocks }) => (clocks.some(({ state }) => state === 'overdue') ? 'attention' : undefined)}
          />
        )}
      </Loaded>
      <Dialog title={open?.name ?? ''} opened={open !== undefined} onClose={() => setOpenId(null)}>
        {open && waitlist.data && <WaitPanel key={open.id} wait={open} words={waitlist.data} onDone={() => setOpenId(null)} />}
      </Dialog>
    </Panel>
  );
}
