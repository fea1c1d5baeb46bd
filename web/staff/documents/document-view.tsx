import { Stack, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { DocumentReply } from '#server/documents/documents/documents.contract.ts';
import { day, moment } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Facts } from '../../ui/table/facts.tsx';
import { useMay } from '../identity/session.ts';
import { ChangeDocumentForm, MoveDocumentForm, WithdrawDocumentForm } from './document-forms.tsx';
import { documentQueries, useDocumentWords } from './document-queries.ts';
import { receivedWords, sizeWords } from './document-words.ts';
import { PagesView } from './pages-view.tsx';

function History({ documentId }: { readonly documentId: string }) {
  const history = useQuery(documentQueries.history(documentId));
  const { categoryOf } = useDocumentWords();
  return (
    <Loaded query={history}>
      {({ items }) => (
        <Stack gap="sm" component="ol" m={0} pl="md">
          {items.map((each) => (
            <li key={each.version}>
              <Text size="sm">{[each.title, categoryOf(each.category), each.state === 'filed' ? '' : `${each.state}: ${each.reason}`].filter(Boolean).join(', ')}</Text>
              <Text size="xs" c="dimmed">
                {moment(each.writtenAt)}, {each.writtenBy}
              </Text>
            </li>
          ))}
        </Stack>
      )}
    </Loaded>
  );
}

/** One document: its pages, what is said of it, and what may be done with it. */
export function DocumentView({ document, onDone }: { readonly document: DocumentReply; readonly onDone: () => void }) {
  const mayWrite = useMay()('document.write') && document.state === 'filed';
  const { categoryOf, basisOf } = useDocumentWords();
  return (
    <Tabs defaultValue={document.state === 'moved' ? 'history' : 'pages'} keepMounted={false}>
      <Tabs.List mb="md">
        {document.state !== 'moved' && <Tabs.Tab value="pages">Pages</Tabs.Tab>}
        {mayWrite && <Tabs.Tab value="change">Change</Tabs.Tab>}
        {mayWrite && <Tabs.Tab value="move">Misfiled</Tabs.Tab>}
        {mayWrite && <Tabs.Tab value="withdraw">In error</Tabs.Tab>}
        <Tabs.Tab value="history">History</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="pages">
        <Stack gap="md">
          <Facts
            facts={[
              ['What it is', categoryOf(document.category)],
              ['Dated', document.dated && day(document.dated)],
              ['Came', [receivedWords[document.receivedHow], document.fromWhom].filter(Boolean).join(', ')],
              ['On what basis', basisOf(document.receiptBasis)],
              ['Filed', `${moment(document.writtenAt)}, ${document.writtenBy}, ${document.programName}`],
              ['Size', sizeWords(document.size)],
            ]}
          />
          <PagesView path={`/documents/${document.id}/content`} contentType={document.contentType} title={document.title} />
        </Stack>
      </Tabs.Panel>
      <Tabs.Panel value="change">
        <ChangeDocumentForm document={document} onDone={onDone} />
      </Tabs.Panel>
      <Tabs.Panel value="move">
        <MoveDocumentForm document={document} onDone={onDone} />
      </Tabs.Panel>
      <Tabs.Panel value="withdraw">
        <WithdrawDocumentForm document={document} onDone={onDone} />
      </Tabs.Panel>
      <Tabs.Panel value="history">
        <History documentId={document.id} />
      </Tabs.Panel>
    </Tabs>
  );
}
