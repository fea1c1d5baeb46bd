import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { HandOver } from '#server/caseloads/hand-overs/hand-overs.contract.ts';
import type { Caseload } from '#server/caseloads/loads/loads.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { tellProblem } from '../../ui/form/tell.ts';
import { requestId } from '../patients/request-id.ts';

interface HandOverFormProps {
  readonly programId: string;
  readonly from: Caseload;
  readonly people: readonly Caseload['people'][number][];
  readonly others: readonly Caseload[];
  readonly onDone: () => void;
}

/** Tells that it is done, with the way back. */
function tellDone(count: number, to: string, undo: () => void): void {
  const id = requestId();
  notifications.show({
    id,
    autoClose: 15_000,
    closeButtonProps: { 'aria-label': 'Close' },
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          {count} {count === 1 ? 'person' : 'people'} handed to {to}.
        </Text>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          Undo
        </Button>
      </Group>
    ),
  });
}

/** Gives people to a colleague, each with a note; what all need to know is written once. */
export function HandOverForm({ programId, from, people, others, onDone }: HandOverFormProps) {
  const queries = useQueryClient();
  const [id] = useState(requestId);
  const refresh = () => {
    for (const queryKey of [['caseloads'], ['patient'], ['home'], ['handed-to-me']]) void queries.invalidateQueries({ queryKey });
  };
  const undo = () =>
    void api
      .post(`/hand-overs/${id}/undoing`, undefined)
      .then(() => notifications.show({ message: 'The hand-over is taken back.' }))
      .catch(tellProblem)
      .finally(refresh);
  const { form, submit, isPending, failure } = useContractForm({
    contract: HandOver,
    initial: { toStaffId: '', forAll: '', notes: people.map(() => '') },
    prepare: ({ toStaffId, forAll, notes }) => ({
      id,
      programId,
      fromStaffId: from.staffId,
      toStaffId,
      people: people.map(({ patientId }, index) => ({
        patientId,
        note: [forAll, notes[index] ?? '']
          .map((text) => text.trim())
          .filter(Boolean)
          .join('\n'),
      })),
    }),
    send: (body) => api.post('/hand-overs', undefined, body),
    onSent: () => {
      refresh();
      tellDone(people.length, others.find(({ staffId }) => staffId === form.values.toStaffId)?.name ?? 'a colleague', undo);
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Select
          label="Who takes over"
          required
          searchable
          data={others.map(({ staffId, name, patients, load }) => ({
            value: staffId ?? '',
            label: `${name}: ${patients} ${patients === 1 ? 'person' : 'people'}, load ${load}`,
          }))}
          {...form.getInputProps('toStaffId')}
          value={form.values.toStaffId || null}
          onChange={(to) => form.setFieldValue('toStaffId', to ?? '')}
        />
        <Textarea label="What holds for all" description="Stands in the note of each" autosize minRows={2} {...form.getInputProps('forAll')} />
        {people.map(({ patientId, name }, index) => (
          <Textarea
            key={patientId}
            label={`What to know about ${name}`}
            autosize
            minRows={2}
            {...form.getInputProps(`notes.${index}`)}
            error={form.errors[`people.${index}.note`]}
          />
        ))}
        <FormEnd failure={failure} isPending={isPending} label={`Hand over ${people.length}`} onCancel={onDone} />
      </Stack>
    </form>
  );
}
