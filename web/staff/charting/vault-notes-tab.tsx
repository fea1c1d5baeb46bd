import { Alert, Badge, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ChangeVaultNote, VaultNote, VaultNotes, type VaultNote as Note } from '#server/charting/vault-notes/vault-notes.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { FormEnd } from '../../ui/form/fields.tsx';
import { moment } from '../../ui/format/words.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { NewVaultNoteForm } from './new-vault-note-form.tsx';
import { VaultShares } from './vault-shares.tsx';

const vaultWords = { 'psychotherapy-note': 'Psychotherapy note', 'sud-counseling-note': 'SUD counseling note' } as const;

function ChangeForm({ note, patientId, onDone }: { readonly note: Note; readonly patientId: string; readonly onDone: () => void }) {
  const queries = useQueryClient();
  const { form, submit, isPending, failure } = useContractForm({
    contract: ChangeVaultNote,
    initial: { text: note.text, version: note.version },
    keepAs: `vault-note:${note.id}`,
    send: (body) => api.patch(`/vault-notes/${note.id}`, VaultNote, body),
    onSent: () => {
      void queries.invalidateQueries({ queryKey: ['patient', patientId, 'vault-notes'] });
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Textarea label="Private note" autosize minRows={8} required {...form.getInputProps('text')} />
        <FormEnd failure={failure} isPending={isPending} label="Save" onCancel={onDone} />
      </Stack>
    </form>
  );
}

function OneNote({ note, patientId }: { readonly note: Note; readonly patientId: string }) {
  const [isChanging, setChanging] = useState(false);
  return (
    <Panel
      title={`${note.programName}, ${moment(note.writtenAt)}`}
      actions={
        note.isMine && (
          <Button size="compact-xs" variant="subtle" onClick={() => setChanging(true)}>
            Change
          </Button>
        )
      }
    >
      <Stack gap="xs">
        <Group gap={6}>
          <Badge size="xs" variant="light">
            {vaultWords[note.vault]}
          </Badge>
          {!note.isMine && <Text size="xs">written by {note.originatorName}, shown to you for a while</Text>}
          {note.version > 1 && (
            <Text size="xs" c="dimmed">
              changed {moment(note.changedAt)}
            </Text>
          )}
        </Group>
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {note.text}
        </Text>
        {note.isMine && <VaultShares note={note} patientId={patientId} />}
      </Stack>
      <Dialog title="Change the private note" opened={isChanging} onClose={() => setChanging(false)} wide>
        <ChangeForm note={note} patientId={patientId} onDone={() => setChanging(false)} />
      </Dialog>
    </Panel>
  );
}

/** Notes for one's own eyes, apart from the chart. */
export function VaultNotesTab({ patientId }: { readonly patientId: string }) {
  const [isWriting, setWriting] = useState(false);
  const notes = useQuery({ queryKey: ['patient', patientId, 'vault-notes'], queryFn: () => api.get(`/patients/${patientId}/vault-notes`, VaultNotes) });
  return (
    <Stack gap="md">
      <Alert variant="light" color="gray" title="Only you read these">
        Reflections on what was said in session, apart from the chart. They are never part of a release, an export, a claim or a search, and no role or emergency opens
        them. Times, doses, codes, results and the plan belong in the progress note.
      </Alert>
      <Group>
        <Button onClick={() => setWriting(true)}>Write a private note</Button>
      </Group>
      {notes.isPending && <Waiting />}
      {notes.isError && <Failed error={notes.error} retry={() => void notes.refetch()} />}
      {notes.data?.items.length === 0 && <Empty>You keep no private note about this person.</Empty>}
      {notes.data?.items.map((note) => (
        <OneNote key={note.id} note={note} patientId={patientId} />
      ))}
      <Dialog title="Write a private note" opened={isWriting} onClose={() => setWriting(false)} wide>
        <NewVaultNoteForm patientId={patientId} onDone={() => setWriting(false)} />
      </Dialog>
    </Stack>
  );
}
