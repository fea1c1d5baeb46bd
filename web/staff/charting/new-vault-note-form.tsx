import { Select, Stack, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { NewVaultNote, VaultNote } from '#server/charting/vault-notes/vault-notes.contract.ts';
import { api } from '../../ui/api/api.ts';
import { withoutBlanks } from '../../ui/form/blanks.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { useMyPrograms } from '../programs/program-queries.ts';

/** A new note for one's own eyes. What is typed survives a reload until it is saved. */
export function NewVaultNoteForm({ patientId, onDone }: { readonly patientId: string; readonly onDone: () => void }) {
  const programs = useMyPrograms();
  const queries = useQueryClient();
  const { form, submit, isPending, failure } = useContractForm({
    contract: NewVaultNote,
    initial: { programId: '', text: '' },
    keepAs: `vault-note:new:${patientId}`,
    prepare: (values) => withoutBlanks({ ...values, programId: values.programId || (programs[0]?.value ?? '') }),
    send: (body) => api.post(`/patients/${patientId}/vault-notes`, VaultNote, body),
    onSent: () => {
      void queries.invalidateQueries({ queryKey: ['patient', patientId, 'vault-notes'] });
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Textarea
          label="Private note"
          description="Your thoughts on the conversation. Not times, doses, codes or results."
          autosize
          minRows={10}
          required
          data-autofocus
          {...form.getInputProps('text')}
        />
        {programs.length > 1 && (
          <Select
            label="Session of"
            data={programs}
            allowDeselect={false}
            {...form.getInputProps('programId')}
            value={form.values.programId || (programs[0]?.value ?? null)}
          />
        )}
        <FormEnd failure={failure} isPending={isPending} label="Keep it" onCancel={onDone} />
      </Stack>
    </form>
  );
}
