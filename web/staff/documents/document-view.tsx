import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { DocumentReply } from '#server/documents/documents/documents.contract.ts';
import { day, moment } from '../../ui/format/words.ts';
import { Facts } from '../../ui/table/facts.tsx';
import { useMay } from '../identity/session.ts';
import { RecordViews } from '../records/record-views.tsx';
import { VersionHistory } from '../records/version-history.tsx';
import { WithdrawForm } from '../records/withdraw-form.tsx';
import { ChangeDocumentForm, MoveDocumentForm } from './document-forms.tsx';
import { documentQueries, useDocumentWords } from './document-queries.ts';
import { receivedWords, sizeWords } from './document-words.ts';
import { PagesView } from './pages-view.tsx';

function History({ documentId }: { readonly documentId: string }) {
  const history = useQuery(documentQueries.history(documentId));
  const { categoryOf } = useDocumentWords();
  return (
    <VersionHistory query={history} says={({ title, category, state }) => [title, categoryOf(category), state === 'filed' ? '' : state].filter(Boolean).join(', ')} />
  );
}

/** One document: its pages, what is said of it, and what may be done with it. */
export function DocumentView({ document, onDone }: { readonly document: DocumentReply; readonly onDone: () => void }) {
  const mayWrite = useMay()('document.write') && document.state === 'filed';
  const { categoryOf, basisOf } = useDocumentWords();
  const pages = (
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
  );
  const withdrawing = (
    <WithdrawForm
      patientId={document.patientId}
      path={`/documents/${document.id}`}
      version={document.version}
      says="It leaves the list and stays in the record."
      onDone={onDone}
    />
  );
  return (
    <RecordViews
      views={[
        document.state !== 'moved' && { name: 'pages', label: 'Pages', shows: pages },
        mayWrite && { name: 'change', label: 'Change', shows: <ChangeDocumentForm document={document} onDone={onDone} /> },
        mayWrite && { name: 'move', label: 'Misfiled', shows: <MoveDocumentForm document={document} onDone={onDone} /> },
        mayWrite && { name: 'withdraw', label: 'In error', shows: withdrawing },
        { name: 'history', label: 'History', shows: <History documentId={document.id} /> },
      ]}
    />
  );
}
