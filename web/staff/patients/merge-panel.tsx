import { Alert, Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { MergedPatients, MergePatients, UndoMerge, type Merge } from '#server/patients/merge/merge.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { FormEnd } from '../../ui/form/fields.tsx';
import { day, moment } from '../../ui/format/words.ts';
import { NoOption } from '../../ui/form/no-option.tsx';
import { Failed, Waiting } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { patientQueries, useRefreshPatient } from './patient-queries.ts';
import { usePatientSearch } from './patient-search.ts';

type MergeReply = z.infer<typeof Merge>;

function MergeForm({ patientId, name, onDone }: { readonly patientId: string; readonly name: string; readonly onDone: () => void }) {
  const refresh = useRefreshPatient(patientId);
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 120);
  const found = usePatientSearch(asked);
  const { form, submit, isPending, failure } = useContractForm({
    contract: MergePatients,
    initial: { duplicateId: '', reason: '' },
    send: (body) => api.post(`/patients/${patientId}/merge`, MergedPatients, body),
    onSent: () => {
      void refresh();
      onDone();
    },
  });
  const people = (found.data?.items ?? []).filter(({ id }) => id !== patientId);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Alert color="orange" p="xs">
          This record of {name} stays as it is; everything of the other one follows it. A merge can be taken back.
        </Alert>
        <Select
          label="The other record"
          required
          searchable
          searchValue={text}
          onSearchChange={setText}
          filter={({ options }) => options}
          nothingFoundMessage={<NoOption says="Type a name, birth date, phone or record number" />}
          data={people.map((person) => ({ value: person.id, label: `${person.displayName}, born ${day(person.birthDate)}, ${person.mrn}` }))}
          {...form.getInputProps('duplicateId')}
        />
        <Textarea label="How do you know that both are one person?" required autosize minRows={2} {...form.getInputProps('reason')} />
        <FormEnd failure={failure} isPending={isPending} label="Merge" onCancel={onDone} />
      </Stack>
    </form>
  );
}

function UndoForm({ merge, onDone }: { readonly merge: MergeReply; readonly onDone: () => void }) {
  const refresh = useRefreshPatient(merge.survivorId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: UndoMerge,
    initial: { reason: '' },
    send: (body) => api.post(`/merges/${merge.id}/undo`, undefined, body),
    onSent: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Textarea label="Why are they two people?" required autosize minRows={2} {...form.getInputProps('reason')} />
        <FormEnd failure={failure} isPending={isPending} label="Take the merge back" onCancel={onDone} />
      </Stack>
    </form>
  );
}

/** Records that were taken for the same person, and the way to do so or undo it. */
export function MergePanel({ patientId, name }: { readonly patientId: string; readonly name: string }) {
  const merges = useQuery(patientQueries.merges(patientId));
  const [doing, setDoing] = useState<MergeReply | 'merge' | null>(null);
  const close = () => setDoing(null);
  return (
    <Panel
      title="Double records"
      actions={
        <Button size="compact-xs" variant="default" onClick={() => setDoing('merge')}>
          Merge another record into this one
        </Button>
      }
    >
      {merges.isPending && <Waiting />}
      {merges.isError && <Failed error={merges.error} retry={() => void merges.refetch()} />}
      {merges.data?.items.length === 0 && (
        <Text size="sm" c="dimmed">
          None was merged into this record.
        </Text>
      )}
      <Stack gap="xs">
        {merges.data?.items.map((merge) => (
          <Group key={merge.id} justify="space-between" wrap="nowrap">
            <Text size="sm">
              {merge.duplicateMrn}, {moment(merge.mergedAt)}: {merge.reason}
              {merge.undoneAt && <Text span c="dimmed">{` Taken back ${moment(merge.undoneAt)}: ${merge.undoneReason ?? ''}`}</Text>}
            </Text>
            {!merge.undoneAt && (
              <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setDoing(merge)}>
                Take back
              </Button>
            )}
          </Group>
        ))}
      </Stack>
      <Dialog title={doing === 'merge' ? 'Merge a double record' : 'Take a merge back'} opened={doing !== null} onClose={close}>
        {doing === 'merge' && <MergeForm patientId={patientId} name={name} onDone={close} />}
        {doing && doing !== 'merge' && <UndoForm merge={doing} onDone={close} />}
      </Dialog>
    </Panel>
  );
}
