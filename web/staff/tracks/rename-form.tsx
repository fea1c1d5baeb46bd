import { Stack, TextInput } from '@mantine/core';
import { RenameTrack } from '#server/tracks/reshaping/reshaping.contract.ts';
import { TrackReply } from '#server/tracks/timetables/timetables.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { tellUndoable } from '../../ui/form/undo.tsx';
import { useRefreshTracks } from './track-queries.ts';

/** Gives a track another name. */
export function RenameForm({ track, onDone }: { readonly track: TrackReply; readonly onDone: () => void }) {
  const refresh = useRefreshTracks();
  const rename = (body: RenameTrack) => api.patch(`/tracks/${track.id}`, TrackReply, body);
  const { form, submit, isPending, failure } = useContractForm({
    contract: RenameTrack,
    initial: { name: track.name },
    send: rename,
    onSent: ({ name }) => {
      tellUndoable(`${track.name} is called ${name} now.`, async () => {
        await rename({ name: track.name });
        await refresh();
      });
      onDone();
      void refresh();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput label="Name" description="Also in the schedules of those who lead its groups" required data-autofocus maxLength={80} {...form.getInputProps('name')} />
        <FormEnd failure={failure} isPending={isPending} label="Rename" onCancel={onDone} />
      </Stack>
    </form>
  );
}
