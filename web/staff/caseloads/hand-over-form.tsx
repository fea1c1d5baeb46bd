import { Select, Stack, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { HandOver } from '#server/caseloads/hand-overs/hand-overs.contract.ts';
import type { Caseload } from '#server/caseloads/loads/loads.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { tell } from '../../ui/form/tell.ts';
import { tellUndoable } from '../../ui/form/undo.tsx';
import { requestId } from '../patients/request-id.ts';

interface HandOverFormProps {
  readonly programId: string;
  readonly from: Caseload;
  readonly people: readonly Caseload['people'][number][];
  readonly others: readonly Caseload[];
  readonly onDone: () => void;
}

/** Gives people to a colleague, each with a note; what all need to know is written once. */
export function HandOverForm({ programId, from, people, others, onDone }: HandOverFormProps) {
  const queries = useQueryClient();
  const [id] = useState(requestId);
  const refresh = () => {
    for (const queryKey of [['caseloads'], ['patient'], ['home'], ['handed-to-me']]) void queries.invalidateQueries({ queryKey });
  };
  const undo = async () => {
    await api.post(`/hand-overs/${id}/undoing`, undefined);
    tell('The hand-over is taken back.');
    refresh();
  };
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
      const to = others.find(({ staffId }) => staffId === form.values.toStaffId)?.name ?? 'a colleague';
      tellUndoable(`${people.length} ${people.length === 1 ? 'person' : 'people'} handed to ${to}.`, undo);
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
