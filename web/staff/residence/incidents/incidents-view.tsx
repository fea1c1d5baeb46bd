import { Badge, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Board } from '#server/residence/board/board.contract.ts';
import { IncidentReports } from '#server/residence/incidents/incidents.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { moment } from '../../../ui/format/words.ts';
import { Empty, Failed, Waiting } from '../../../ui/states/states.tsx';
import { Panel } from '../../../ui/table/panel.tsx';
import { useMay } from '../../identity/session.ts';
import { useBoardAct } from '../residence-queries.ts';
import { ReportForm } from './report-form.tsx';

type Report = IncidentReports['items'][number];

function FollowUpPart({ report }: { readonly report: Report }) {
  const [words, setWords] = useState('');
  const following = useBoardAct(() => api.put(`/residence/incident-reports/${report.id}/follow-up`, undefined, { followUp: words }));
  return (
    <Stack gap="xs" mt="xs">
      <Textarea label="What came of it" autosize minRows={2} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      {following.isError && <Failed error={following.error} />}
      <Group>
        <Button variant="default" loading={following.isPending} disabled={words.trim().length < 3} onClick={() => following.mutate()}>
          Followed up
        </Button>
      </Group>
    </Stack>
  );
}

function ReportPanel({ report, kind }: { readonly report: Report; readonly kind: string }) {
  const mayWrite = useMay()('residence.write');
  return (
    <Panel title={`${kind}: ${report.name}`} says={`${moment(report.happenedAt)}${report.place ? `, ${report.place}` : ''}, reported by ${report.reportedByName}`}>
      {report.followUp === null && (
        <Badge mb="xs" variant="light" tt="none" color={report.isOverdue ? 'orange.8' : 'tide'}>
          {report.isOverdue ? 'Follow-up overdue' : `Follow up by ${moment(report.followUpDueAt)}`}
        </Badge>
      )}
      <Text size="sm">{report.whatHappened}</Text>
      <Text size="sm" mt={4}>
        Done: {report.whatWasDone}
      </Text>
      {report.followUp === null ? (
        mayWrite && <FollowUpPart report={report} />
      ) : (
        <Text size="sm" mt={4} c="dimmed">
          {report.followUp} ({report.followedUpByName})
        </Text>
      )}
    </Panel>
  );
}

/** Incidents of the house, those to be followed up first. Incidents of privacy have their own register. */
export function IncidentsView({ board }: { readonly board: Board }) {
  const mayWrite = useMay()('residence.write');
  const [isWriting, setWriting] = useState(false);
  const reports = useQuery({ queryKey: ['residence', 'incidents'], queryFn: () => api.get('/residence/incident-reports', IncidentReports) });
  if (reports.isPending) return <Waiting />;
  if (reports.isError) return <Failed error={reports.error} retry={() => void reports.refetch()} />;
  const { kinds, items } = reports.data;
  const saysOf = (code: string) => kinds.find((kind) => kind.code === code)?.says ?? code;
  return (
    <Stack gap="md">
      {mayWrite && !isWriting && (
        <Group>
          <Button onClick={() => setWriting(true)}>Report an incident</Button>
        </Group>
      )}
      {isWriting && <ReportForm board={board} kinds={kinds} onDone={() => setWriting(false)} />}
      {items.length === 0 && <Empty>Nothing was reported.</Empty>}
      {items.map((report) => (
        <ReportPanel key={report.id} report={report} kind={saysOf(report.kind)} />
      ))}
    </Stack>
  );
}
