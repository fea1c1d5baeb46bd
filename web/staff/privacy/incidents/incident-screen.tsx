import { Badge, Button, Group, List, Stack, Text, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { Closing, DutyDone, Incident } from '#server/privacy/incidents/incidents.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { useContractForm } from '../../../ui/form/contract-form.ts';
import { Dialog } from '../../../ui/form/dialog.tsx';
import { FormEnd } from '../../../ui/form/fields.tsx';
import { day, moment } from '../../../ui/format/words.ts';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { Empty, Page } from '../../../ui/states/states.tsx';
import { Facts } from '../../../ui/table/facts.tsx';
import { Lines, type Column } from '../../../ui/table/lines.tsx';
import { Panel } from '../../../ui/table/panel.tsx';
import { AssessmentForm } from './assessment-form.tsx';
import { conclusionWords } from './incident-words.ts';
import { LettersPanel } from './letters-panel.tsx';

type Found = z.infer<typeof Incident>;
type Duty = Found['duties'][number];

const columns: readonly Column<Duty>[] = [
  { label: 'Duty', cell: ({ says }) => says },
  { label: 'By', cell: ({ dueOn }) => day(dueOn) },
  { label: 'Source', cell: ({ citation }) => citation, wide: true },
  { label: 'Done', cell: ({ isDone, done, doneAt }) => (isDone ? `${doneAt ? moment(doneAt) : ''}: ${done ?? ''}` : 'open') },
];

function WordForm({
  path,
  contract,
  field,
  more,
  label,
  button,
  onDone,
}: {
  readonly path: string;
  readonly contract: typeof DutyDone | typeof Closing;
  readonly field: string;
  readonly more: object;
  readonly label: string;
  readonly button: string;
  readonly onDone: () => void;
}) {
  const queries = useQueryClient();
  const { form, submit, isPending, failure } = useContractForm({
    contract,
    initial: { [field]: '' } as Record<string, string>,
    prepare: (values) => ({ ...values, ...more }),
    keepAs: `incident:${path}:${field}`,
    send: (body: object) => api.post(path, Incident, body),
    onSent: () => {
      void queries.invalidateQueries({ queryKey: ['incidents'] });
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Textarea label={label} required autosize minRows={3} data-autofocus {...form.getInputProps(field)} />
        <FormEnd failure={failure} isPending={isPending} label={button} onCancel={onDone} />
      </Stack>
    </form>
  );
}

function Clocks({ incident, onDo }: { readonly incident: Found; readonly onDo: (duty: Duty) => void }) {
  return (
    <Panel title="What is owed" flush says={incident.state === 'closed' ? undefined : 'Choose a line when it is done.'}>
      {incident.duties.length === 0 ? (
        <Empty>Nothing: the assessment found no breach.</Empty>
      ) : (
        <Lines
          label="Duties"
          rows={incident.duties}
          columns={columns}
          keyOf={({ code }) => code}
          {...(incident.state === 'closed' ? {} : { onOpen: onDo })}
          tone={({ isDone }) => (isDone ? 'past' : 'attention')}
        />
      )}
    </Panel>
  );
}

function AssessmentPanel({ incident, onAssess }: { readonly incident: Found; readonly onAssess: () => void }) {
  const { assessment } = incident;
  return (
    <Panel
      title="Assessment of the four factors"
      actions={
        incident.state !== 'closed' && (
          <Button size="compact-sm" variant="light" onClick={onAssess}>
            {assessment ? 'Assess again' : 'Assess'}
          </Button>
        )
      }
    >
      {assessment ? (
        <Facts
          facts={[
            ['Conclusion', conclusionWords[assessment.conclusion]],
            ['Why', assessment.rationale],
            [`Records (${assessment.natureRisk})`, assessment.natureOfRecords],
            [`Person (${assessment.personRisk})`, assessment.unauthorizedPerson],
            [`Viewed (${assessment.viewedRisk})`, assessment.acquiredOrViewed],
            [`Mitigation (${assessment.mitigationRisk})`, assessment.mitigation],
            ['Assessed', moment(assessment.assessedAt)],
          ]}
        />
      ) : (
        <Empty>Not assessed yet. Until then a breach is presumed and the clocks run.</Empty>
      )}
    </Panel>
  );
}

function Body({ incident }: { readonly incident: Found }) {
  const [doing, setDoing] = useState<'assess' | 'close' | Duty | null>(null);
  const done = () => setDoing(null);
  const duty = typeof doing === 'object' ? doing : null;
  const path = `/incidents/${incident.id}`;
  return (
    <Stack gap="md">
      <Panel title="What happened" actions={incident.involvesPart2 && <Badge variant="light">Part 2</Badge>}>
        <Text size="sm" mb="sm">
          {incident.whatHappened}
        </Text>
        <Facts
          facts={[
            ['Happened', incident.happenedOn && day(incident.happenedOn)],
            ['Discovered', day(incident.discoveredOn)],
            ['Persons', incident.individuals.toLocaleString('en-US')],
            ['Readable', incident.isUnsecured ? 'Yes' : 'No'],
            ['Closed', incident.closedAt ? `${moment(incident.closedAt)}: ${incident.closingNote ?? ''}` : null],
          ]}
        />
      </Panel>
      <AssessmentPanel incident={incident} onAssess={() => setDoing('assess')} />
      <Clocks incident={incident} onDo={(chosen) => !chosen.isDone && setDoing(chosen)} />
      <LettersPanel incidentId={incident.id} isClosed={incident.state === 'closed'} />
      {incident.state !== 'closed' && (
        <Group justify="space-between" align="start">
          <List size="sm" c="dimmed">
            {incident.obstacles.map(({ says }) => (
              <List.Item key={says}>{says}</List.Item>
            ))}
          </List>
          <Button disabled={incident.obstacles.length > 0} onClick={() => setDoing('close')}>
            Close the incident
          </Button>
        </Group>
      )}
      <Dialog title="Assessment" wide opened={doing === 'assess'} onClose={done}>
        <AssessmentForm incidentId={incident.id} onDone={done} />
      </Dialog>
      <Dialog title={duty?.says ?? ''} opened={duty !== null} onClose={done}>
        {duty && <WordForm path={`${path}/duties`} contract={DutyDone} field="says" more={{ duty: duty.code }} label="What was done" button="Keep it" onDone={done} />}
      </Dialog>
      <Dialog title="Close the incident" opened={doing === 'close'} onClose={done}>
        <WordForm path={`${path}/closing`} contract={Closing} field="note" more={{}} label="How it ended and what was changed" button="Close it" onDone={done} />
      </Dialog>
    </Stack>
  );
}

/** One incident: what happened, the four factors, what is owed by when, letters, closing. */
export function IncidentScreen() {
  const { incidentId = '' } = useParams({ strict: false }) as { incidentId?: string };
  const incident = useQuery({ queryKey: ['incidents', incidentId], queryFn: () => api.get(`/incidents/${incidentId}`, Incident) });
  return (
    <Page title={incident.data ? `Incident ${incident.data.number}: ${incident.data.title}` : 'Incident'} width={980}>
      <Loaded query={incident}>{(found) => <Body incident={found} />}</Loaded>
    </Page>
  );
}
