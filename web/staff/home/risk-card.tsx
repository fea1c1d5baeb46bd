import { useQuery } from '@tanstack/react-query';
import { DutyList } from '#server/assessments/risk/risk.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useNow } from '../../ui/format/use-now.ts';
import { Failed } from '../../ui/states/states.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { clockWords, dutyWords } from '../assessments/risk/risk-words.ts';

type Duty = DutyList['items'][number];

const shown = 8;
const askAgainMs = 60_000;

const columns = (now: number): readonly Column<Duty>[] => [
  { label: 'Patient', cell: ({ patientName }) => patientName },
  { label: 'Owed', cell: ({ kind }) => dutyWords[kind] },
  { label: 'Clock', cell: ({ dueAt }) => clockWords(dueAt, now) },
  { label: 'In the hands of', cell: ({ ownerName }) => ownerName ?? 'nobody yet', wide: true },
];

/** What is owed to people on the suicide-risk pathway, what is due first at the top; nothing shows while nobody is on it. */
export function RiskCard() {
  const now = useNow();
  const duties = useQuery({
    queryKey: ['risk-duties'],
    queryFn: () => api.get('/risk-duties', DutyList, {}, { quiet: true }),
    refetchInterval: askAgainMs,
  });
  if (duties.isError) return <Failed error={duties.error} retry={() => void duties.refetch()} />;
  const items = duties.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title={`Suicide-risk pathway (${items.length})`} flush>
      <Lines
        label="Suicide-risk pathway"
        rows={items.slice(0, shown)}
        columns={columns(now)}
        keyOf={({ caseId, key }) => `${caseId}${key}`}
        to={({ patientId }) => `/patients/${patientId}/assessments`}
        tone={({ isLate }) => (isLate ? 'attention' : undefined)}
      />
    </Panel>
  );
}
