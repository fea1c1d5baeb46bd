import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AgendaReply } from '#server/caseloads/agendas/agendas.contract.ts';
import { DayField } from '../../ui/form/fields.tsx';
import { day } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { caseloadQueries } from './caseload-queries.ts';

type Item = AgendaReply['items'][number];

const columns: readonly Column<Item>[] = [
  {
    label: 'Patient',
    cell: ({ name, mrn }) => (
      <>
        {name}{' '}
        <Text span size="xs" c="dimmed">
          {mrn}
        </Text>
      </>
    ),
  },
  { label: 'Primary clinician', cell: ({ clinicianName }) => clinicianName ?? 'nobody' },
  {
    label: 'Due',
    cell: ({ why, dueOn, isOverdue, lastSignedOn }) =>
      `${why === 'review' ? 'Review' : 'First plan'} ${isOverdue ? 'since' : 'by'} ${day(dueOn)}${lastSignedOn ? `, last signed ${day(lastSignedOn)}` : ''}`,
  },
  { label: 'Four weeks', cell: ({ visits, missed, atRisk }) => `${visits} visits${missed > 0 ? `, ${missed} missed` : ''}${atRisk ? ', suicide-risk pathway' : ''}` },
  {
    label: 'Document',
    cell: ({ documentId, patientId }) => (
      <Anchor component={Link} to={documentId ? `/team-documents/${documentId}` : `/patients/${patientId}/team-documents`} size="sm">
        {documentId ? 'Open' : 'Begin'}
      </Anchor>
    ),
  },
];

/** Whose review falls due in a week by the clock of the program: the agenda of the team meeting, to work from or to print. */
export function AgendaView({ programId }: { readonly programId: string }) {
  const [week, setWeek] = useState('');
  const agenda = useQuery(caseloadQueries.agenda(programId, week));
  return (
    <>
      <Group justify="space-between" align="end" mb="sm" className="no-print">
        <DayField label="A day of the week" value={week || (agenda.data?.monday ?? '')} onChange={(event) => setWeek(event.currentTarget.value)} />
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
          Print
        </Button>
      </Group>
      <Loaded query={agenda} isEmpty={() => false}>
        {({ programName, monday, sunday, reviewDays, items }) => (
          <Panel
            title={`Team meeting of ${programName}, ${day(monday)} to ${day(sunday)}`}
            says={`The program reviews every ${reviewDays} days. ${items.length} due.`}
            flush
          >
            {items.length === 0 ? (
              <Text size="sm" c="dimmed" p="md">
                Nobody is due for review this week.
              </Text>
            ) : (
              <Lines
                label="Agenda"
                rows={items}
                columns={columns}
                keyOf={({ patientId }) => patientId}
                to={({ patientId }) => `/patients/${patientId}/care-plans`}
                tone={({ isOverdue }) => (isOverdue ? 'attention' : undefined)}
              />
            )}
          </Panel>
        )}
      </Loaded>
    </>
  );
}
