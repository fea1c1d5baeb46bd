import { Button, Group, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import type { SignatureQueue } from '#server/charting/queue/queue.contract.ts';
import { Dialog } from '../../../ui/form/dialog.tsx';
import { day, moment } from '../../../ui/format/words.ts';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { Empty, Page } from '../../../ui/states/states.tsx';
import { Lines } from '../../../ui/table/lines.tsx';
import { Panel } from '../../../ui/table/panel.tsx';
import { CeremonyForm } from './ceremony-form.tsx';
import { QueueLine } from './queue-line.tsx';
import { linesOf, useSignatureQueue, type Line, type Read } from './queue.ts';

/** Moves the focus from line to line by J and K, as in a list of mail. */
function step(by: 1 | -1): void {
  const lines = [...document.querySelectorAll<HTMLElement>('[data-line]')];
  const here = lines.findIndex((line) => line === document.activeElement);
  lines[Math.min(Math.max(here + by, 0), lines.length - 1)]?.focus();
}

function useChoosing(lines: readonly Line[]) {
  const [open, setOpen] = useState<string | null>(null);
  const [read, setRead] = useState<ReadonlyMap<string, Read>>(new Map());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (key: string, isChosen: boolean) => setChosen(new Set(isChosen ? [...chosen, key] : [...chosen].filter((each) => each !== key)));
  const focused = () => (document.activeElement as HTMLElement | null)?.dataset['line'];
  useHotkeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
    [
      'x',
      () => {
        const key = focused();
        if (key && read.has(key)) choose(key, !chosen.has(key));
      },
    ],
  ]);
  const kept = lines.filter(({ key }) => chosen.has(key) && read.has(key));
  return { open, setOpen, read, chosen, choose, kept, noteRead: (key: string, seen: Read) => setRead((before) => new Map([...before, [key, seen]])) };
}

function Section({
  title,
  lines,
  choosing,
  empty,
}: {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly choosing: ReturnType<typeof useChoosing>;
  readonly empty: string;
}) {
  const { open, setOpen, read, chosen, choose, noteRead } = choosing;
  return (
    <Panel title={lines.length > 0 ? `${title} (${lines.length})` : title}>
      {lines.length === 0 && <Empty>{empty}</Empty>}
      <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {lines.map((line) => (
          <QueueLine
            key={line.key}
            line={line}
            isOpen={open === line.key}
            isRead={read.has(line.key)}
            isChosen={chosen.has(line.key) && read.has(line.key)}
            onToggle={() => setOpen(open === line.key ? null : line.key)}
            onRead={(seen) => {
              noteRead(line.key, seen);
              choose(line.key, true);
            }}
            onChoose={(isChosen) => choose(line.key, isChosen)}
          />
        ))}
      </Stack>
    </Panel>
  );
}

function Queue({ queue }: { readonly queue: SignatureQueue }) {
  const lines = linesOf(queue);
  const choosing = useChoosing(lines);
  const [isSigning, setIsSigning] = useState(false);
  const count = choosing.kept.length;
  useHotkeys([['mod+Enter', () => count > 0 && setIsSigning(true)]], []);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          J and K move, Enter opens, X chooses. What you have not opened cannot be signed.
        </Text>
        <Button disabled={count === 0} onClick={() => setIsSigning(true)}>
          {count === 0 ? 'Sign what you read' : `Sign ${count} (Ctrl Enter)`}
        </Button>
      </Group>
      <Section title="To sign" lines={lines.filter(({ kind }) => kind === 'draft')} choosing={choosing} empty="Every note you began is signed." />
      {queue.returned.length > 0 && (
        <Panel title={`Returned to you (${queue.returned.length})`} flush>
          <Lines
            label="Returned to you"
            rows={queue.returned}
            keyOf={({ noteId }) => noteId}
            to={({ noteId }) => `/signed-notes/${noteId}`}
            tone={() => 'attention'}
            columns={[
              { label: 'Patient', cell: ({ patientName }) => patientName },
              { label: 'Note', cell: ({ title }) => title },
              { label: 'To be mended', cell: ({ comment }) => comment },
              { label: 'Returned', cell: ({ at }) => moment(at) },
            ]}
          />
        </Panel>
      )}
      <Section title="To co-sign" lines={lines.filter(({ kind }) => kind === 'cosign')} choosing={choosing} empty="Nobody waits for your co-signature." />
      {queue.supervisors.length > 0 && (
        <Panel title="Waiting at supervisors" flush>
          <Lines
            label="Waiting at supervisors"
            rows={queue.supervisors}
            keyOf={({ name }) => name}
            columns={[
              { label: 'Supervisor', cell: ({ name }) => name },
              { label: 'Notes', cell: ({ waiting }) => waiting, align: 'right' },
              { label: 'Oldest since', cell: ({ oldest }) => day(oldest.slice(0, 10)) },
            ]}
          />
        </Panel>
      )}
      <Dialog title="Sign" opened={isSigning} onClose={() => setIsSigning(false)}>
        <CeremonyForm lines={choosing.kept} read={choosing.read} onDone={() => setIsSigning(false)} />
      </Dialog>
    </Stack>
  );
}

/** Everything that waits for a signature: read one by one, signed in one ceremony. */
export function QueueScreen() {
  const queue = useSignatureQueue();
  return (
    <Page title="Signatures" width={1000}>
      <Loaded query={queue}>{(data) => <Queue queue={data} />}</Loaded>
    </Page>
  );
}
