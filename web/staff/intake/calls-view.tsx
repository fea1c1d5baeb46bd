import { Badge, Button, Checkbox, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CallReply, Calls } from '#server/intake/calls/calls.contract.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { moment } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { CallForm } from './call-form.tsx';
import { CallPanel } from './call-panel.tsx';
import { intakeQueries } from './intake-queries.ts';
import { wordOf } from './intake-words.ts';

function Standing({ call, words }: { readonly call: CallReply; readonly words: Calls }) {
  if (call.outcome !== null) return wordOf(words.outcomes, call.outcome);
  if (call.isOverdue)
    return (
      <Badge size="sm" variant="light" color="orange">
        callback overdue
      </Badge>
    );
  return call.callbackDueAt ? `call back by ${moment(call.callbackDueAt)}` : 'open';
}

const columnsOf = (words: Calls): readonly Column<CallReply>[] => [
  { label: 'About', cell: ({ aboutName, callerName }) => aboutName || (callerName ? `Called by ${callerName}` : 'No name yet') },
  { label: 'Needs', cell: ({ need }) => (need.length > 90 ? `${need.slice(0, 90)}…` : need) },
  { label: 'Called', cell: ({ calledAt }) => moment(calledAt) },
  { label: 'Program', cell: ({ programName }) => programName, wide: true },
  { label: 'Sent by', cell: ({ sourceName, heardFrom }) => sourceName ?? heardFrom.replaceAll('-', ' '), wide: true },
  { label: 'Standing', cell: (call) => <Standing call={call} words={words} /> },
];

/** The call log: whom to call back first, and what came of the others. */
export function CallsView() {
  const may = useMay();
  const [settled, setSettled] = useState(false);
  const [isTaking, setTaking] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const calls = useQuery(intakeQueries.calls(settled));
  // A call that was just settled leaves the list while its dialog goes on with the screening.
  const [shown, setShown] = useState<CallReply | null>(null);
  const current = calls.data?.items.find(({ id }) => id === openId) ?? shown;
  const close = () => {
    setOpenId(null);
    setShown(null);
  };
  return (
    <Panel
      title="Calls"
      flush
      actions={
        <Group gap="md" wrap="nowrap">
          <Checkbox label="Settled" checked={settled} onChange={(event) => setSettled(event.currentTarget.checked)} />
          {may('intake.write') && (
            <Button size="xs" onClick={() => setTaking(true)}>
              Take a call
            </Button>
          )}
        </Group>
      }
    >
      <Loaded query={calls} empty={settled ? 'No call was settled yet.' : 'Every call is settled.'}>
        {(found) => (
          <Lines
            label="Calls"
            rows={found.items}
            columns={columnsOf(found)}
            keyOf={({ id }) => id}
            onOpen={(call) => {
              setOpenId(call.id);
              setShown(call);
            }}
            tone={({ isOverdue, outcome }) => (isOverdue ? 'attention' : outcome === null ? undefined : 'past')}
          />
        )}
      </Loaded>
      <Dialog title="A call" opened={isTaking} onClose={() => setTaking(false)}>
        {calls.data && <CallForm relations={calls.data.relations} onDone={() => setTaking(false)} />}
      </Dialog>
      <Dialog title={current ? `Call of ${moment(current.calledAt)}` : ''} opened={openId !== null} onClose={close}>
        {current && calls.data && <CallPanel key={current.id} call={current} words={calls.data} onDone={close} />}
      </Dialog>
    </Panel>
  );
}
