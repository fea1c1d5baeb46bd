import { Autocomplete, Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  KnownMedications,
  NoteStatement,
  StateNone,
  Statement,
  StatementSource,
  StopStatement,
  type StatementReply,
} from '#server/medications/statements/statements.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { ChoiceField, DayField, FormEnd } from '../../ui/form/fields.tsx';
import { today } from '../../ui/format/today.ts';
import { day, moment } from '../../ui/format/words.ts';
import { Empty } from '../../ui/states/states.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay, useMe } from '../identity/session.ts';
import { useRefreshPatient } from '../patients/patient-queries.ts';
import { useMyPrograms } from '../programs/program-queries.ts';
import { medicationQueries } from './medication-queries.ts';

const inWords = (code: string) => code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');
const sources = StatementSource.options.map((code) => ({ code, says: inWords(code) }));

function NoteForm({ patientId, onDone }: { readonly patientId: string; readonly onDone: () => void }) {
  const programs = useMyPrograms();
  const refresh = useRefreshPatient(patientId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: NoteStatement,
    initial: {
      id: crypto.randomUUID(),
      programId: programs.length === 1 ? (programs[0]?.value ?? '') : '',
      name: '',
      dose: '',
      source: 'ordered-elsewhere',
      prescriber: '',
      startedOn: '',
    },
    send: (body) => api.post(`/patients/${patientId}/medications`, Statement, body),
    onSent: () => {
      void refresh();
      onDone();
    },
  });
  const found = useQuery({ queryKey: ['medication-names', form.values.name], queryFn: () => api.get('/medication-names', KnownMedications, { q: form.values.name }) });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <ChoiceField label="On the list of" required choices={programs.map(({ value, label }) => ({ code: value, says: label }))} {...form.getInputProps('programId')} />
        <Autocomplete label="Medicine" required data={[...new Set((found.data?.items ?? []).map(({ generic }) => generic))]} {...form.getInputProps('name')} />
        <TextInput label="Dose and frequency" placeholder="20 mg by mouth each morning" required {...form.getInputProps('dose')} />
        <ChoiceField label="Known from" required choices={sources} {...form.getInputProps('source')} />
        <TextInput label="Prescriber" {...form.getInputProps('prescriber')} />
        <DayField label="Since" {...form.getInputProps('startedOn')} />
        <FormEnd failure={failure} isPending={isPending} label="Note it" onCancel={onDone} />
      </Stack>
    </form>
  );
}

function StopForm({ patientId, statement, onDone }: { readonly patientId: string; readonly statement: StatementReply; readonly onDone: () => void }) {
  const { organisation } = useMe();
  const refresh = useRefreshPatient(patientId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: StopStatement,
    initial: { stoppedOn: today(organisation.timeZone), reason: '', version: statement.version },
    send: (body) => api.post(`/medications/${statement.id}/stop`, Statement, body),
    onSent: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm">{statement.dose}</Text>
        <DayField label="Stopped on" required {...form.getInputProps('stoppedOn')} />
        <TextInput label="Why" required {...form.getInputProps('reason')} />
        <FormEnd failure={failure} isPending={isPending} label="Stop it" onCancel={onDone} />
      </Stack>
    </form>
  );
}

function NoneForm({ patientId, onDone }: { readonly patientId: string; readonly onDone: () => void }) {
  const programs = useMyPrograms();
  const refresh = useRefreshPatient(patientId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: StateNone,
    initial: { id: crypto.randomUUID(), programId: programs.length === 1 ? (programs[0]?.value ?? '') : '', note: '' },
    send: (body) => api.post(`/patients/${patientId}/medications/none`, undefined, body),
    onSent: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm">The patient was asked, also about the drugstore and what others gave, and takes nothing.</Text>
        <ChoiceField label="Asked in" required choices={programs.map(({ value, label }) => ({ code: value, says: label }))} {...form.getInputProps('programId')} />
        <TextInput label="In a few words" {...form.getInputProps('note')} />
        <FormEnd failure={failure} isPending={isPending} label="Takes none" onCancel={onDone} />
      </Stack>
    </form>
  );
}

function Statements({ items, onOpen }: { readonly items: readonly StatementReply[]; readonly onOpen: ((statement: StatementReply) => void) | undefined }) {
  return (
    <Lines
      label="Medications"
      rows={items}
      columns={[
        { label: 'Medicine', cell: ({ name }) => name },
        { label: 'Dose', cell: ({ dose }) => dose },
        { label: 'Known from', cell: ({ source, prescriber }) => [inWords(source), prescriber].filter(Boolean).join(', '), wide: true },
        { label: 'Program', cell: ({ programName }) => programName },
        {
          label: 'Standing',
          cell: ({ stoppedOn, stopReason, startedOn }) => (
            <Group gap={6}>
              <Badge size="sm" variant="light" color={stoppedOn === null ? 'tide' : 'gray'}>
                {stoppedOn === null ? 'active' : 'stopped'}
              </Badge>
              <Text size="xs" c="dimmed">
                {stoppedOn === null ? startedOn && `since ${day(startedOn)}` : `${day(stoppedOn)}: ${stopReason ?? ''}`}
              </Text>
            </Group>
          ),
        },
      ]}
      keyOf={({ id }) => id}
      {...(onOpen ? { onOpen: (statement: StatementReply) => statement.stoppedOn === null && onOpen(statement) } : {})}
      tone={({ stoppedOn }) => (stoppedOn === null ? undefined : 'past')}
    />
  );
}

type Doing = StatementReply | 'note' | 'none' | null;

function titleOf(doing: Doing): string {
  if (doing === 'note') return 'Note a medicine';
  return doing === 'none' ? 'Takes no medicines' : `Stop ${doing?.name ?? ''}`;
}

/** What a person takes and took, as the programs of the reader know it. */
export function MedicationsTab({ patientId }: { readonly patientId: string }) {
  const may = useMay();
  const list = useQuery(medicationQueries.list(patientId));
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  const mayWrite = may('medication.write');
  return (
    <Panel
      title="Medications"
      says="Orders and what the patient tells. At a move to another program each one is continued, changed or stopped."
      flush
      actions={
        mayWrite && (
          <Group gap="xs">
            {list.data && !list.data.items.some(({ stoppedOn }) => stoppedOn === null) && (
              <Button size="compact-sm" variant="default" onClick={() => setDoing('none')}>
                Takes no medicines
              </Button>
            )}
            <Button size="compact-sm" onClick={() => setDoing('note')}>
              Note a medicine
            </Button>
          </Group>
        )
      }
    >
      <Loaded query={list}>
        {({ items, none }) => (
          <>
            {none.map((one) => (
              <Text key={one.programId} size="sm" p="md" {...(one.holds ? {} : { c: 'dimmed' })}>
                {one.holds ? 'Takes no medicines' : 'Took no medicines'}, asked in {one.programName} on {moment(one.askedAt)}
                {one.askedByName && ` by ${one.askedByName}`}
                {one.note && `: ${one.note}`}.
              </Text>
            ))}
            {items.length === 0 && none.length === 0 && <Empty>Nothing is noted. Ask what the patient takes, also from the drugstore, and note it here.</Empty>}
            {items.length > 0 && <Statements items={items} onOpen={mayWrite ? setDoing : undefined} />}
          </>
        )}
      </Loaded>
      <Dialog title={titleOf(doing)} opened={doing !== null} onClose={close}>
        {doing === 'note' && <NoteForm patientId={patientId} onDone={close} />}
        {doing === 'none' && <NoneForm patientId={patientId} onDone={close} />}
        {doing && typeof doing !== 'string' && <StopForm patientId={patientId} statement={doing} onDone={close} />}
      </Dialog>
    </Panel>
  );
}
