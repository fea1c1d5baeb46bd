import { Button, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { NewShare, type VaultNote } from '#server/charting/vault-notes/vault-notes.contract.ts';
import { StaffDirectory } from '#server/identity/staff/staff.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { FormEnd } from '../../ui/form/fields.tsx';
import { tellProblem } from '../../ui/form/tell.ts';
import { moment } from '../../ui/format/words.ts';

const grounds = [
  { value: 'training', label: 'My training: my supervisor in this program' },
  { value: 'oversight-of-originator', label: 'Oversight of my work: clinical director or privacy officer' },
  { value: 'own-defence', label: 'Defence in a proceeding that the patient brought' },
];

interface AboutNote {
  readonly note: VaultNote;
  readonly patientId: string;
}

function ShareForm({ note, patientId, onDone }: AboutNote & { readonly onDone: () => void }) {
  const queries = useQueryClient();
  const staff = useQuery({ queryKey: ['directory'], queryFn: () => api.get('/staff/directory', StaffDirectory) });
  const { form, submit, isPending, failure } = useContractForm({
    contract: NewShare,
    initial: { granteeStaffId: '', ground: 'training', reason: '', days: 7 },
    send: (body) => api.post(`/vault-notes/${note.id}/shares`, undefined, body),
    onSent: () => {
      void queries.invalidateQueries({ queryKey: ['patient', patientId, 'vault-notes'] });
      onDone();
    },
  });
  const people = staff.data?.items.map(({ id, displayName }) => ({ value: id, label: displayName })) ?? [];
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Select
          label="On which ground"
          description="The law lists these; anything else needs the patient's own consent to these notes."
          data={grounds}
          allowDeselect={false}
          {...form.getInputProps('ground')}
        />
        <Select label="To whom" data={people} searchable required {...form.getInputProps('granteeStaffId')} />
        <TextInput label="Why they need to read it" required {...form.getInputProps('reason')} />
        <NumberInput label="For how many days" min={1} max={90} required {...form.getInputProps('days')} />
        <FormEnd failure={failure} isPending={isPending} label="Show this note" onCancel={onDone} />
      </Stack>
    </form>
  );
}

/** To whom one private note is shown, until when, and the way to take it back. */
export function VaultShares({ note, patientId }: AboutNote) {
  const [isSharing, setSharing] = useState(false);
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: (shareId: string) => api.del(`/vault-shares/${shareId}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['patient', patientId, 'vault-notes'] }),
    onError: tellProblem,
  });
  return (
    <Stack gap={4}>
      {note.shares.map(({ id, granteeName, until }) => (
        <Group key={id} gap="xs">
          <Text size="xs">
            {granteeName} may read this until {moment(until)}
          </Text>
          <Button size="compact-xs" variant="subtle" color="gray" loading={end.isPending} onClick={() => end.mutate(id)}>
            Take back
          </Button>
        </Group>
      ))}
      <Group>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setSharing(true)}>
          Show it to a colleague
        </Button>
      </Group>
      <Dialog title="Show one private note to a colleague" opened={isSharing} onClose={() => setSharing(false)}>
        <ShareForm note={note} patientId={patientId} onDone={() => setSharing(false)} />
      </Dialog>
    </Stack>
  );
}
