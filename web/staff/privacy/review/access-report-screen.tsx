import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { AccessReport } from '#server/privacy/access-reports/access-report.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { day, moment } from '../../../ui/format/words.ts';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { Page } from '../../../ui/states/states.tsx';
import { Lines } from '../../../ui/table/lines.tsx';
import { Panel } from '../../../ui/table/panel.tsx';

/** "Who looked at my record", made for the patient to take along. */
export function AccessReportScreen() {
  const { patientId = '' } = useParams({ strict: false }) as { patientId?: string };
  const report = useQuery({ queryKey: ['access-report', patientId], queryFn: () => api.get(`/patients/${patientId}/access-report`, AccessReport) });
  return (
    <Page
      title="Who looked at my record"
      width={860}
      actions={
        <Button className="no-print" variant="default" onClick={() => window.print()}>
          Print
        </Button>
      }
    >
      <Loaded query={report}>
        {({ name, mrn, organisation, from, to, madeAt, items }) => (
          <Panel title={name} says={`Record ${mrn}. ${organisation}, ${day(from)} to ${day(to)}, made ${moment(madeAt)}`} flush>
            {items.length === 0 && (
              <Text size="sm" p="md">
                Nobody opened the record in this time.
              </Text>
            )}
            <Lines
              label="Who looked"
              rows={items.map((item, index) => ({ ...item, key: String(index) }))}
              keyOf={({ key }) => key}
              columns={[
                { label: 'Who', cell: ({ who }) => who },
                { label: 'Day', cell: ({ day: when }) => day(when) },
                { label: 'Why', cell: ({ why }) => why },
                { label: 'What', cell: ({ what, times }) => `${what}${times > 1 ? ` (${times} times)` : ''}` },
              ]}
            />
          </Panel>
        )}
      </Loaded>
    </Page>
  );
}
