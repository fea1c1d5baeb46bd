import { useQuery } from '@tanstack/react-query';
import { DraftList, type DraftSummary } from '#server/charting/drafts/drafts.contract.ts';
import { api } from '../../ui/api/api.ts';
import { moment } from '../../ui/format/words.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';

const columns: readonly Column<DraftSummary>[] = [
  { label: 'Patient', cell: ({ patientName }) => patientName },
  { label: 'Note', cell: ({ templateName }) => templateName },
  { label: 'Begun', cell: ({ openedAt }) => moment(openedAt) },
];

/** One's own notes that are not signed, the oldest first: those are the ones that cost. */
export function DraftsCard() {
  const drafts = useQuery({ queryKey: ['drafts'], queryFn: () => api.get('/drafts', DraftList) });
  const open = (drafts.data?.items ?? []).filter(({ state }) => state === 'open').toSorted((a, b) => Date.parse(a.openedAt) - Date.parse(b.openedAt));
  return (
    <Panel title={open.length > 0 ? `Notes to sign (${open.length})` : 'Notes to sign'} flush>
      {drafts.isPending && <Waiting />}
      {drafts.isError && <Failed error={drafts.error} retry={() => void drafts.refetch()} />}
      {drafts.data && open.length === 0 && <Empty>Every note you began is signed.</Empty>}
      {open.length > 0 && (
        <Lines label="Notes to sign" rows={open.slice(0, 8)} columns={columns} keyOf={({ id }) => id} to={({ id }) => `/notes/${id}`} tone={() => 'attention'} />
      )}
    </Panel>
  );
}
