import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnSnippet } from '#server/charting/snippets/snippets.contract.ts';
import { Dialog } from '../../../ui/form/dialog.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { Page } from '../../../ui/states/states.tsx';
import { Lines, type Column } from '../../../ui/table/lines.tsx';
import { Panel } from '../../../ui/table/panel.tsx';
import { useMay } from '../../identity/session.ts';
import { SnippetForm } from './snippet-form.tsx';
import { snippetQueries } from './snippet-queries.ts';

const columns: readonly Column<OwnSnippet>[] = [
  { label: 'Word', cell: ({ trigger }) => `;${trigger}` },
  {
    label: 'Unfolds into',
    cell: ({ text }) => (
      <Text size="sm" lineClamp={2} style={{ whiteSpace: 'pre-line' }}>
        {text}
      </Text>
    ),
  },
  { label: 'Whose', cell: ({ programName }) => programName ?? 'Mine' },
];

/** The words that unfold while one writes a note. Those of a program are changed by whoever designs its forms. */
export function SnippetsScreen() {
  const snippets = useQuery(snippetQueries.all);
  const maySetForms = useMay()('template.write');
  const [open, setOpen] = useState<OwnSnippet | 'new'>();
  const close = () => setOpen(undefined);
  return (
    <Page title="Snippets" width={860}>
      <Text size="sm" c="dimmed" mb="sm">
        In a note, type a semicolon and the word, then a space. Words of the form itself work too, and yours come first.
      </Text>
      <Panel
        title="Words that unfold"
        flush
        actions={
          <Button size="compact-sm" onClick={() => setOpen('new')}>
            Add a word
          </Button>
        }
      >
        <Loaded query={snippets} empty="None yet. Add what you write again and again.">
          {({ items }) => (
            <Lines label="Snippets" rows={items} columns={columns} keyOf={({ id }) => id} onOpen={(one) => (one.programId === null || maySetForms) && setOpen(one)} />
          )}
        </Loaded>
      </Panel>
      <Dialog title={open === 'new' ? 'A word that unfolds' : 'Change a word'} opened={open !== undefined} onClose={close}>
        {open && <SnippetForm key={open === 'new' ? 'new' : open.id} snippet={open === 'new' ? null : open} onDone={close} />}
      </Dialog>
    </Page>
  );
}
