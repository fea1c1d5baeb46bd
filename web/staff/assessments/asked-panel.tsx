import { Badge, Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { HistoryReply } from '#server/assessments/administrations/administrations.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tell, tellProblem } from '../../ui/form/tell.ts';
import { moment } from '../../ui/format/words.ts';
import { Empty } from '../../ui/states/states.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { useRefreshPatient } from '../patients/patient-queries.ts';
import { answererWords, concernWords, modeWords, scoreWords } from './assessment-words.ts';

type Asked = HistoryReply['items'][number];

function Critical({ findings }: { readonly findings: Asked['findings'] }) {
  const open = [...new Set(findings.filter(({ answeredAt }) => answeredAt === null).map(({ concern }) => concern))];
  return (
    <Group gap={4}>
      {open.map((concern) => (
        <Badge key={concern} color="red" variant="light">
          {concernWords[concern]}
        </Badge>
      ))}
      {open.length === 0 && findings.length > 0 && (
        <Badge variant="light" color="gray">
          Acted on
        </Badge>
      )}
    </Group>
  );
}

function TakeBack({ patientId, asked }: { readonly patientId: string; readonly asked: Asked }) {
  const refresh = useRefreshPatient(patientId);
  const withdrawing = useMutation({
    mutationFn: () => api.post(`/assessments/${asked.id}/withdrawal`, undefined),
    onSuccess: async () => {
      await refresh();
      tell(`${asked.abbreviation} was taken back${asked.mode === 'staff' ? '' : '; its link no longer opens'}.`);
    },
    onError: tellProblem,
  });
  return (
    <Button size="compact-xs" variant="subtle" color="gray" loading={withdrawing.isPending} onClick={() => withdrawing.mutate()}>
      Take back
    </Button>
  );
}

const columns: readonly Column<Asked>[] = [
  { label: 'Instrument', cell: ({ abbreviation }) => abbreviation },
  { label: 'When', cell: ({ completedAt, startedAt }) => (completedAt ? moment(completedAt) : `open since ${moment(startedAt)}`) },
  { label: 'Score', cell: ({ score, max }) => scoreWords(score, max), align: 'right' },
  { label: 'Result', cell: ({ says, state }) => (state === 'open' ? 'Not finished' : (says ?? 'No score')) },
  { label: 'Critical', cell: ({ findings }) => (findings.length > 0 ? <Critical findings={findings} /> : null) },
  { label: 'Answered', cell: ({ answeredBy, mode }) => `${answererWords[answeredBy]}, ${modeWords[mode]}`, wide: true },
];

/** Everything that was asked, the newest first. */
export function AskedPanel({ patientId, items }: { readonly patientId: string; readonly items: readonly Asked[] }) {
  const mayAsk = useMay()('assessment.write');
  const withActions: readonly Column<Asked>[] = mayAsk
    ? [...columns, { label: 'Do', cell: (asked) => (asked.state === 'open' ? <TakeBack patientId={patientId} asked={asked} /> : null) }]
    : columns;
  return (
    <Panel title="Asked and answered" flush>
      {items.length === 0 && <Empty>Nothing was asked yet. Begin with what is due, or ask any instrument.</Empty>}
      {items.length > 0 && (
        <Lines
          label="Asked and answered"
          rows={items}
          columns={withActions}
          keyOf={({ id }) => id}
          to={({ id }) => `/assessments/${id}`}
          tone={({ findings }) => (findings.some(({ answeredAt }) => answeredAt === null) ? 'attention' : undefined)}
        />
      )}
    </Panel>
  );
}
