import { Badge, Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AlertKind, MadeAlert, NewAlert, ResolveAlert } from '#server/patients/alerts/alerts.contract.ts';
import { api } from '../../ui/api/api.ts';
import { withoutBlanks } from '../../ui/form/blanks.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { DayField, FormEnd } from '../../ui/form/fields.tsx';
import { day, moment } from '../../ui/format/words.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { useMyPrograms } from '../programs/program-queries.ts';
import { patientQueries, useRefreshPatient } from './patient-queries.ts';

const severities = [
  { value: 'note', label: 'Good to know' },
  { value: 'warning', label: 'Take care' },
  { value: 'danger', label: 'Danger' },
];
const kinds = AlertKind.options.map((kind) => ({ value: kind, label: kind.charAt(0).toUpperCase() + kind.slice(1) }));

function AlertForm({ patientId, onDone }: { readonly patientId: string; readonly onDone: () => void }) {
  const programs = useMyPrograms();
  const refresh = useRefreshPatient(patientId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: NewAlert,
    initial: { programId: '', kind: 'clinical', severity: 'warning', says: '', until: '' },
    prepare: (values) => withoutBlanks({ ...values, programId: values.programId || (programs[0]?.value ?? '') }),
    keepAs: `alert:${patientId}`,
    send: (body) => api.post(`/patients/${patientId}/alerts`, MadeAlert, body),
    onSent: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Textarea
          label="What should others know?"
          description="Shown over every page of the chart to those who may see the program's records."
          required
          autosize
          minRows={2}
          maxLength={300}
          {...form.getInputProps('says')}
        />
        <Group grow>
          <Select label="How serious" data={severities} allowDeselect={false} {...form.getInputProps('severity')} />
          <Select label="About" data={kinds} allowDeselect={false} {...form.getInputProps('kind')} />
        </Group>
        <Select
          label="Program"
          data={programs}
          required
          allowDeselect={false}
          {...form.getInputProps('programId')}
          value={form.values.programId || (programs[0]?.value ?? null)}
        />
        <DayField label="Show until" description="Leave empty to show it until somebody takes it down" {...form.getInputProps('until')} />
        <FormEnd failure={failure} isPending={isPending} label="Add the alert" onCancel={onDone} />
      </Stack>
    </form>
  );
}

function ResolveForm({ alertId, patientId, onDone }: { readonly alertId: string; readonly patientId: string; readonly onDone: () => void }) {
  const refresh = useRefreshPatient(patientId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: ResolveAlert,
    initial: { reason: '' },
    keepAs: `alert-resolution:${alertId}`,
    send: (body) => api.post(`/alerts/${alertId}/resolution`, undefined, body),
    onSent: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Textarea label="Why does it no longer hold?" required autosize minRows={2} {...form.getInputProps('reason')} />
        <FormEnd failure={failure} isPending={isPending} label="Take it down" onCancel={onDone} />
      </Stack>
    </form>
  );
}

/** Words of caution, and who may add or take them down. */
export function AlertsPanel({ patientId }: { readonly patientId: string }) {
  const may = useMay();
  const alerts = useQuery(patientQueries.alerts(patientId));
  const [doing, setDoing] = useState<string | null>(null);
  const close = () => setDoing(null);
  return (
    <Panel
      title="Alerts"
      actions={
        may('alert.write') && (
          <Button size="compact-xs" variant="light" onClick={() => setDoing('add')}>
            Add
          </Button>
        )
      }
    >
      {alerts.isPending && <Waiting />}
      {alerts.isError && <Failed error={alerts.error} retry={() => void alerts.refetch()} />}
      {alerts.data?.items.length === 0 && <Empty>No alerts.</Empty>}
      <Stack gap="sm">
        {alerts.data?.items.map(({ id, says, severity, kind, since, until }) => (
          <Group key={id} justify="space-between" wrap="nowrap" align="start">
            <div>
              <Text size="sm">{says}</Text>
              <Group gap={6}>
                <Badge size="xs" variant="light" color={severity === 'danger' ? 'red' : severity === 'warning' ? 'orange' : 'gray'}>
                  {kind}
                </Badge>
                <Text size="xs" c="dimmed">
                  since {moment(since)}
                  {until ? `, until ${day(until)}` : ''}
                </Text>
              </Group>
            </div>
            {may('alert.write') && (
              <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setDoing(id)}>
                Take down
              </Button>
            )}
          </Group>
        ))}
      </Stack>
      <Dialog title="Add an alert" opened={doing === 'add'} onClose={close}>
        <AlertForm patientId={patientId} onDone={close} />
      </Dialog>
      <Dialog title="Take an alert down" opened={doing !== null && doing !== 'add'} onClose={close}>
        {doing && <ResolveForm alertId={doing} patientId={patientId} onDone={close} />}
      </Dialog>
    </Panel>
  );
}
