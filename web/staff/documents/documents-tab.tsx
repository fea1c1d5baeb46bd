import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DocumentReply } from '#server/documents/documents/documents.contract.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { day } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { WhyNotMore } from '../privacy/break-glass/why-not.tsx';
import { documentQueries, useDocumentWords } from './document-queries.ts';
import { DocumentView } from './document-view.tsx';
import { receivedWords } from './document-words.ts';
import { FileForm } from './file-form.tsx';

/** Documents of a chart, the newest first. */
export function DocumentsTab({ patientId }: { readonly patientId: string }) {
  const mayWrite = useMay()('document.write');
  const { categoryOf } = useDocumentWords();
  const list = useQuery(documentQueries.ofPatient(patientId));
  const [doing, setDoing] = useState<DocumentReply | 'file' | null>(null);
  const close = () => setDoing(null);
  const columns: readonly Column<DocumentReply>[] = [
    { label: 'Document', cell: ({ title, state }) => (state === 'moved' ? 'Misfiled, moved away' : title) },
    { label: 'What it is', cell: ({ category }) => categoryOf(category) },
    { label: 'Dated', cell: ({ dated }) => (dated ? day(dated) : '') },
    { label: 'Came', cell: ({ receivedHow, fromWhom }) => [receivedWords[receivedHow], fromWhom].filter(Boolean).join(', ') },
    { label: 'Received', cell: ({ receivedAt }) => day(receivedAt) },
    { label: 'Filed by', cell: ({ writtenBy }) => writtenBy, wide: true },
  ];
  return (
    <Panel
      title="Documents"
      flush
      actions={
        <Group gap="xs">
          <Button variant="subtle" size="compact-sm" onClick={() => window.print()}>
            Print
          </Button>
          {mayWrite && (
            <Button size="compact-sm" onClick={() => setDoing('file')}>
              File a document
            </Button>
          )}
        </Group>
      }
    >
      <Loaded query={list} empty="No documents yet.">
        {({ items }) => (
          <Lines
            label="Documents"
            rows={items}
            columns={columns}
            keyOf={({ id }) => id}
            tone={({ state }) => (state === 'moved' ? 'past' : undefined)}
            onOpen={setDoing}
          />
        )}
      </Loaded>
      <WhyNotMore patientId={patientId} />
      <Dialog title="File a document" opened={doing === 'file'} onClose={close}>
        <FileForm patientId={patientId} onDone={close} />
      </Dialog>
      <Dialog title={doing && doing !== 'file' ? doing.title : ''} opened={doing !== null && doing !== 'file'} onClose={close} wide>
        {doing && doing !== 'file' && <DocumentView document={doing} onDone={close} />}
      </Dialog>
    </Panel>
  );
}
