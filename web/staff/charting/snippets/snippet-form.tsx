import { Button, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { KeepSnippet, OwnSnippet } from '#server/charting/snippets/snippets.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { useContractForm } from '../../../ui/form/contract-form.ts';
import { FormEnd } from '../../../ui/form/fields.tsx';
import { tellProblem } from '../../../ui/form/tell.ts';
import { useMay } from '../../identity/session.ts';
import { useMyPrograms } from '../../programs/program-queries.ts';

interface SnippetFormProps {
  readonly snippet: OwnSnippet | null;
  readonly onDone: () => void;
}

/** A word and what it unfolds into; those who design forms may give it to a whole program. */
export function SnippetForm({ snippet, onDone }: SnippetFormProps) {
  const maySetForms = useMay()('template.write');
  const programs = useMyPrograms();
  const queries = useQueryClient();
  const [id] = useState(() => snippet?.id ?? crypto.randomUUID());
  const done = async () => {
    await queries.invalidateQueries({ queryKey: ['snippets'] });
    onDone();
  };
  const { form, submit, isPending, failure } = useContractForm({
    contract: KeepSnippet,
    initial: { programId: snippet?.programId ?? '', trigger: snippet?.trigger ?? '', text: snippet?.text ?? '' },
    prepare: ({ programId, ...values }) => ({ ...values, programId: programId || null }),
    send: (body) => api.put(`/snippets/${id}`, OwnSnippet, body),
    onSent: () => void done(),
  });
  const drop = useMutation({ mutationFn: () => api.del(`/snippets/${id}`), onSuccess: done, onError: tellProblem });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput label="Word" description="Typed after a semicolon, then a space: ;calm" leftSection=";" required data-autofocus {...form.getInputProps('trigger')} />
        <Textarea
          label="Unfolds into"
          description="Of no patient: it stands in every chart where the word is typed."
          autosize
          minRows={3}
          required
          {...form.getInputProps('text')}
        />
        {maySetForms && (
          <Select
            label="Whose"
            data={[{ value: '', label: 'My own' }, ...programs.map(({ value, label }) => ({ value, label: `All who write in ${label}` }))]}
            allowDeselect={false}
            {...form.getInputProps('programId')}
          />
        )}
        <FormEnd failure={failure} isPending={isPending} label="Keep it" onCancel={onDone}>
          {snippet && (
            <Button variant="subtle" color="red" loading={drop.isPending} onClick={() => drop.mutate()}>
              Take it away
            </Button>
          )}
        </FormEnd>
      </Stack>
    </form>
  );
}
