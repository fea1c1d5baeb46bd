import { Badge, Button, Checkbox, Grid, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FileInbound, MadeDocument } from '#server/documents/documents/documents.contract.ts';
import { PutAside, type InboundReply } from '#server/documents/inbox/inbox.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { tell } from '../../ui/form/tell.ts';
import { moment } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Page } from '../../ui/states/states.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { PatientField } from '../patients/patient-field.tsx';
import { ProgramField } from '../programs/program-field.tsx';
import { useMyPrograms } from '../programs/program-queries.ts';
import { documentQueries } from './document-queries.ts';
import { sizeWords, titleFrom } from './document-words.ts';
import { FactFields, noFacts } from './fact-fields.tsx';
import { PagesView } from './pages-view.tsx';

const columns: readonly Column<InboundReply>[] = [
  { label: 'File', cell: ({ name }) => name },
  { label: 'Came', cell: ({ receivedAt }) => moment(receivedAt) },
  { label: 'Size', cell: ({ size }) => sizeWords(size), wide: true },
  {
    label: 'State',
    cell: ({ state, reason }) =>
      state === 'quarantined' ? (
        <Badge size="sm" variant="light" color="orange" title={reason}>
          cannot be read
        </Badge>
      ) : (
        'waits'
      ),
  },
];

interface WorkProps {
  readonly inbound: InboundReply;
  readonly onDone: (says: string) => void;
}

function FilingForm({ inbound, onDone }: WorkProps) {
  const programs = useMyPrograms();
  const { form, submit, isPending, failure } = useContractForm({
    contract: FileInbound,
    initial: { ...noFacts, title: titleFrom(inbound.name), receivedHow: 'fax', patientId: '', programId: '', isMeant: false },
    prepare: (values) => ({ ...values, programId: values.programId || (programs[0]?.value ?? '') }),
    send: (body) => api.post(`/inbound-documents/${inbound.id}/filing`, MadeDocument, body),
    onSent: () => onDone('It is in the chart.'),
  });
  const isDouble = form.errors['isMeant'] !== undefined || form.values.isMeant;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <PatientField
          label="Whose it is"
          required
          {...form.getInputProps('patientId')}
          value={form.values.patientId || null}
          onChange={(id) => form.setFieldValue('patientId', id ?? '')}
        />
        <FactFields form={form} />
        <ProgramField programs={programs} {...form.getInputProps('programId')} />
        {isDouble && <Checkbox label="File it a second time" {...form.getInputProps('isMeant', { type: 'checkbox' })} />}
        <FormEnd failure={failure} isPending={isPending} label="File it" />
      </Stack>
    </form>
  );
}

function AsideForm({ inbound, onDone }: WorkProps) {
  const { form, submit, isPending, failure } = useContractForm({
    contract: PutAside,
    initial: { reason: '' },
    send: (body) => api.post(`/inbound-documents/${inbound.id}/put-aside`, undefined, body),
    onSent: () => onDone('It is put aside.'),
  });
  return (
    <form onSubmit={submit} noValidate>
      <Group align="end" gap="xs">
        <TextInput label="It belongs in no chart: why" flex={1} {...form.getInputProps('reason')} />
        <Button type="submit" variant="default" loading={isPending}>
          Put aside
        </Button>
      </Group>
      {failure ? <FormEnd failure={failure} isPending={isPending} label="Try again" /> : null}
    </form>
  );
}

function OneInbound({ inbound, onDone }: WorkProps) {
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Panel title={inbound.name} says={inbound.reason || undefined}>
          {inbound.state === 'waiting' ? (
            <PagesView path={`/inbound-documents/${inbound.id}/content`} contentType={inbound.contentType} title={inbound.name} />
          ) : (
            <Text size="sm">Ask the sender for it again, then put this one aside.</Text>
          )}
        </Panel>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack gap="md">
          {inbound.state === 'waiting' && (
            <Panel title="File it in a chart">
              <FilingForm key={inbound.id} inbound={inbound} onDone={onDone} />
            </Panel>
          )}
          <Panel title="Put it aside">
            <AsideForm key={inbound.id} inbound={inbound} onDone={onDone} />
          </Panel>
        </Stack>
      </Grid.Col>
    </Grid>
  );
}

/** What came by fax or folder for nobody yet: looked at here, and filed in the chart to which it belongs. */
export function InboxScreen() {
  const queries = useQueryClient();
  const inbox = useQuery(documentQueries.inbox);
  const [openId, setOpenId] = useState('');
  const open = inbox.data?.items.find(({ id }) => id === openId);
  const done = (says: string) => {
    tell(says);
    setOpenId('');
    void queries.invalidateQueries({ queryKey: ['inbound-documents'] });
  };
  const empty =
    inbox.data?.hasFolder === false
      ? 'No folder of incoming faxes is watched. An administrator names it in the setting MOORING_FAX_INBOX.'
      : 'Nothing waits. New faxes appear here within a minute.';
  return (
    <Page title="Incoming documents">
      <Panel title="Waiting" flush>
        <Loaded query={inbox} empty={empty}>
          {({ items }) => (
            <Lines
              label="Incoming documents"
              rows={items}
              columns={columns}
              keyOf={({ id }) => id}
              tone={({ state }) => (state === 'quarantined' ? 'attention' : undefined)}
              onOpen={({ id }) => setOpenId(id)}
            />
          )}
        </Loaded>
      </Panel>
      {open && <OneInbound inbound={open} onDone={done} />}
    </Page>
  );
}
