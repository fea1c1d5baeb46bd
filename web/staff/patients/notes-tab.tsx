import { Button, Stack } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DraftList, type DraftSummary } from '#server/charting/drafts/drafts.contract.ts';
import { NoteList, type NoteSummary } from '#server/charting/notes/notes.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { moment } from '../../ui/format/words.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { NewNoteForm } from '../charting/new-note-form.tsx';
import { useMay } from '../identity/session.ts';
import { WhyNotMore } from '../privacy/break-glass/why-not.tsx';

const draftColumns: readonly Column<DraftSummary>[] = [
  { label: 'Draft', cell: ({ templateName }) => templateName },
  { label: 'By', cell: ({ authorName }) => authorName },
  { label: 'Last saved', cell: ({ savedAt }) => moment(savedAt) },
];

const noteColumns: readonly Column<NoteSummary>[] = [
  {
    label: 'Note',
    cell: ({ title, isAmended, isInError, addenda }) =>
      isInError ? <s>{title}</s> : `${title}${isAmended ? ' (amended)' : ''}${addenda > 0 ? `, ${addenda} added` : ''}`,
  },
  { label: 'Session', cell: ({ startedAt, minutes }) => (startedAt ? `${moment(startedAt)}${minutes ? `, ${minutes} min` : ''}` : '') },
  { label: 'Program', cell: ({ programName }) => programName, wide: true },
  { label: 'Signed', cell: ({ signedAt }) => moment(signedAt) },
  { label: 'By', cell: ({ signedBy }) => signedBy },
];

function Drafts({ patientId }: { readonly patientId: string }) {
  const drafts = useQuery({ queryKey: ['patient', patientId, 'drafts'], queryFn: () => api.get(`/patients/${patientId}/drafts`, DraftList) });
  const open = drafts.data?.items.filter(({ state }) => state === 'open') ?? [];
  if (open.length === 0) return null;
  return (
    <Panel title="Not signed yet" flush>
      <Lines label="Drafts" rows={open} columns={draftColumns} keyOf={({ id }) => id} to={({ id }) => `/notes/${id}`} tone={() => 'attention'} />
    </Panel>
  );
}

/** Drafts first, then what is signed, the latest first. */
export function NotesTab({ patientId }: { readonly patientId: string }) {
  const mayWrite = useMay()('chart.write');
  const [isBeginning, setBeginning] = useState(false);
  const notes = useInfiniteQuery({
    queryKey: ['patient', patientId, 'notes'],
    queryFn: ({ pageParam }) => api.get(`/patients/${patientId}/notes`, NoteList, { before: pageParam, limit: 40 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  const items = notes.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack gap="md">
      <Drafts patientId={patientId} />
      <Panel
        title="Signed notes"
        flush
        actions={
          mayWrite && (
            <Button size="compact-sm" onClick={() => setBeginning(true)}>
              Write a note
            </Button>
          )
        }
      >
        {notes.isPending && <Waiting />}
        {notes.isError && <Failed error={notes.error} retry={() => void notes.refetch()} />}
        {notes.data && items.length === 0 && <Empty>No signed note yet. The note of an appointment is opened from the day list.</Empty>}
        {items.length > 0 && <Lines label="Signed notes" rows={items} columns={noteColumns} keyOf={({ id }) => id} to={({ id }) => `/signed-notes/${id}`} />}
        {notes.hasNextPage && (
          <Button variant="subtle" fullWidth loading={notes.isFetchingNextPage} onClick={() => void notes.fetchNextPage()}>
            Earlier notes
          </Button>
        )}
        <WhyNotMore patientId={patientId} />
      </Panel>
      <Dialog title="Write a note" opened={isBeginning} onClose={() => setBeginning(false)}>
        <NewNoteForm patientId={patientId} onCancel={() => setBeginning(false)} />
      </Dialog>
    </Stack>
  );
}
