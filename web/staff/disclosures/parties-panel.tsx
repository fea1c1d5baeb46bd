import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PartyJson } from '#server/privacy/parties/parties.contract.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { phone } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { disclosureQueries } from './disclosure-queries.ts';
import { spoken } from './disclosure-words.ts';
import { PartyForm } from './party-form.tsx';

const columns: readonly Column<PartyJson>[] = [
  { label: 'Name', cell: ({ name, active }) => (active ? name : `${name} (not in use)`) },
  { label: 'Kind', cell: ({ kind }) => spoken(kind) },
  { label: 'By HIPAA', cell: ({ legalStatus }) => (legalStatus === 'neither' ? 'neither covered nor associate' : spoken(legalStatus)), wide: true },
  { label: 'E-mail', cell: ({ email }) => email ?? '', wide: true },
  { label: 'Fax', cell: ({ fax }) => phone(fax) },
];

/** People and organizations outside who may receive records. */
export function PartiesPanel() {
  const may = useMay();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 150);
  const [opened, setOpened] = useState<PartyJson | 'new' | null>(null);
  const parties = useQuery(disclosureQueries.parties(asked.trim()));
  const close = () => setOpened(null);
  return (
    <Panel
      title="Recipients"
      flush
      actions={
        may('consent.write') && (
          <Button size="compact-sm" variant="light" onClick={() => setOpened('new')}>
            Add somebody
          </Button>
        )
      }
    >
      <TextInput
        aria-label="Find a recipient"
        placeholder="Name"
        leftSection={<IconSearch size={16} />}
        mx="md"
        mb="xs"
        maw={320}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Loaded query={parties} empty={asked ? 'Nobody by that name.' : 'Nobody outside is known yet.'}>
        {({ items }) => (
          <Lines
            label="Recipients"
            rows={items}
            columns={columns}
            keyOf={({ id }) => id}
            {...(may('disclosure.release') ? { onOpen: setOpened } : {})}
            tone={({ active }) => (active ? undefined : 'past')}
          />
        )}
      </Loaded>
      <Dialog title={opened === 'new' ? 'Add somebody outside' : (opened?.name ?? '')} opened={opened !== null} onClose={close}>
        {opened && <PartyForm party={opened === 'new' ? null : opened} onDone={close} />}
      </Dialog>
    </Panel>
  );
}
