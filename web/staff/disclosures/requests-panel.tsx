import { Button, SegmentedControl, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RequestJson } from '#server/disclosures/requests/requests.contract.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { day } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { disclosureQueries } from './disclosure-queries.ts';
import { daysLeft, requestKinds, spoken } from './disclosure-words.ts';
import { NewRequestForm } from './new-request-form.tsx';
import { RequestPanel } from './request-panel.tsx';

const kindWords = (kind: string) => requestKinds.find(({ value }) => value === kind)?.label ?? kind;

const person: Column<RequestJson> = { label: 'Patient', cell: ({ patientName }) => patientName };
const columns: readonly Column<RequestJson>[] = [
  { label: 'Asked for', cell: ({ kind }) => kindWords(kind) },
  { label: 'Received', cell: ({ receivedOn }) => day(receivedOn) },
  { label: 'Due', cell: ({ dueOn, daysLeft: days, state }) => (state === 'open' ? `${day(dueOn)}, ${daysLeft(days)}` : day(dueOn)) },
  { label: 'State', cell: ({ state, extendedOn }) => `${spoken(state)}${extendedOn && state === 'open' ? ', extended' : ''}` },
];

/** What patients asked for about their records, the most urgent first; of one patient when it stands in a chart. */
export function RequestsPanel({ patientId }: { readonly patientId?: string }) {
  const may = useMay();
  const [state, setState] = useState<'open' | 'closed'>('open');
  const [opened, setOpened] = useState<RequestJson | 'new' | null>(null);
  const requests = useQuery(disclosureQueries.requests(state, patientId));
  const close = () => setOpened(null);
  return (
    <Panel
      title="What patients ask for"
      flush
      actions={
        <Group gap="xs" wrap="nowrap">
          <SegmentedControl
            aria-label="Which requests"
            size="xs"
            value={state}
            onChange={(next) => setState(next === 'closed' ? 'closed' : 'open')}
            data={[
              { value: 'open', label: 'Open' },
              { value: 'closed', label: 'Closed' },
            ]}
          />
          {patientId && may('disclosure.release') && (
            <Button size="compact-sm" variant="light" onClick={() => setOpened('new')}>
              New request
            </Button>
          )}
        </Group>
      }
    >
      <Loaded query={requests} empty={state === 'open' ? 'No request is open.' : 'No request was closed yet.'}>
        {({ items }) => (
          <Lines
            label="Requests"
            rows={items}
            columns={patientId ? columns : [person, ...columns]}
            keyOf={({ id }) => id}
            onOpen={setOpened}
            tone={({ daysLeft: days, state: now }) => (now === 'open' && days <= 5 ? 'attention' : undefined)}
          />
        )}
      </Loaded>
      <Dialog title={opened === 'new' ? 'New request' : opened ? kindWords(opened.kind) : ''} opened={opened !== null} onClose={close}>
        {opened === 'new' && patientId && <NewRequestForm patientId={patientId} onDone={close} />}
        {opened && opened !== 'new' && <RequestPanel request={opened} onDone={close} />}
      </Dialog>
    </Panel>
  );
}
