import { Badge, Button, Checkbox, NumberInput, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { IncidentList, MadeIncident, NewIncident, type IncidentLine } from '#server/privacy/incidents/incidents.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { withoutBlanks } from '../../../ui/form/blanks.ts';
import { useContractForm } from '../../../ui/form/contract-form.ts';
import { Dialog } from '../../../ui/form/dialog.tsx';
import { DayField, FormEnd } from '../../../ui/form/fields.tsx';
import { today } from '../../../ui/format/today.ts';
import { day } from '../../../ui/format/words.ts';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { Lines, type Column } from '../../../ui/table/lines.tsx';
import { Panel } from '../../../ui/table/panel.tsx';
import { useMe } from '../../identity/session.ts';
import { conclusionWords, roleWords } from './incident-words.ts';

type Line = z.infer<typeof IncidentLine>;

const columns: readonly Column<Line>[] = [
  { label: 'Incident', cell: ({ number, title }) => `${number}. ${title}` },
  { label: 'Discovered', cell: ({ discoveredOn }) => day(discoveredOn) },
  { label: 'Persons', cell: ({ individuals }) => individuals.toLocaleString('en-US'), align: 'right' },
  {
    label: 'Assessment',
    cell: ({ conclusion, involvesPart2 }) => (
      <>
        {conclusion ? conclusionWords[conclusion] : 'Presumed a breach'}{' '}
        {involvesPart2 && (
          <Badge size="xs" variant="light">
            Part 2
          </Badge>
        )}
      </>
    ),
  },
  { label: 'Next', cell: ({ nextDuty, state }) => (nextDuty ? `${nextDuty.says}, by ${day(nextDuty.dueOn)}` : state === 'closed' ? 'Closed' : 'Close it') },
];

function NewIncidentForm({ onDone }: { readonly onDone: () => void }) {
  const { organisation } = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { form, submit, isPending, failure } = useContractForm({
    contract: NewIncident,
    initial: {
      title: '',
      whatHappened: '',
      happenedOn: '',
      discoveredOn: today(organisation.timeZone),
      role: 'covered-entity',
      individuals: 0 as number | string,
      involvesPart2: true,
      isUnsecured: true,
    },
    prepare: (values) => withoutBlanks({ ...values, individuals: Number(values.individuals) || 0 }),
    send: (body: z.input<typeof NewIncident>) => api.post('/incidents', MadeIncident, body),
    onSent: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['incidents'] });
      onDone();
      void navigate({ to: `/privacy/incidents/${id}` });
    },
    keepAs: 'new-incident',
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput label="Name" required data-autofocus {...form.getInputProps('title')} />
        <Textarea label="What happened" required autosize minRows={4} {...form.getInputProps('whatHappened')} />
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
          <DayField label="Happened on" {...form.getInputProps('happenedOn')} />
          <DayField label="Discovered on" required {...form.getInputProps('discoveredOn')} />
          <NumberInput label="Persons affected" min={0} {...form.getInputProps('individuals')} />
        </SimpleGrid>
        <Select label="We are here" data={[...roleWords]} allowDeselect={false} {...form.getInputProps('role')} />
        <Checkbox label="Records of a Part 2 program are involved" {...form.getInputProps('involvesPart2', { type: 'checkbox' })} />
        <Checkbox label="The records could be read (not encrypted, not destroyed)" {...form.getInputProps('isUnsecured', { type: 'checkbox' })} />
        <FormEnd failure={failure} isPending={isPending} label="Enter it" onCancel={onDone} />
      </Stack>
    </form>
  );
}

/** The register of incidents, the most pressing first. */
export function IncidentsPanel() {
  const [isNew, setNew] = useState(false);
  const incidents = useQuery({ queryKey: ['incidents'], queryFn: () => api.get('/incidents', IncidentList, { state: 'open' }) });
  return (
    <Panel
      title="Incidents"
      flush
      actions={
        <Button size="compact-sm" variant="light" onClick={() => setNew(true)}>
          Report an incident
        </Button>
      }
    >
      <Loaded query={incidents} empty="No incident is open.">
        {({ items }) => (
          <Lines
            label="Incidents"
            rows={items}
            columns={columns}
            keyOf={({ id }) => id}
            to={({ id }) => `/privacy/incidents/${id}`}
            tone={({ nextDuty }) => (nextDuty?.isOverdue ? 'attention' : undefined)}
          />
        )}
      </Loaded>
      <Dialog title="Report an incident" opened={isNew} onClose={() => setNew(false)}>
        <NewIncidentForm onDone={() => setNew(false)} />
      </Dialog>
    </Panel>
  );
}
