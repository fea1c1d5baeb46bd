import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LengthPreview } from '#server/tracks/reshaping/reshaping.contract.ts';
import { TrackReply } from '#server/tracks/timetables/timetables.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tell } from '../../ui/form/tell.ts';
import { tellUndoable } from '../../ui/form/undo.tsx';
import { today } from '../../ui/format/today.ts';
import { Failed, Waiting } from '../../ui/states/states.tsx';
import { isClear, MeetingsList } from './meetings-list.tsx';
import { useRefreshTracks } from './track-queries.ts';

interface LengthFormProps {
  readonly track: TrackReply;
  readonly slot: TrackReply['slots'][number];
  readonly onDone: () => void;
}

const shownMeetings = ({ meetings }: LengthPreview) => meetings.map(({ sessionId, does, ...meeting }) => ({ ...meeting, key: sessionId, isOut: does === 'leave-as-is' }));

/** What is chosen, what it would be, and the act. */
function useLength({ track, slot, onDone }: LengthFormProps) {
  const refresh = useRefreshTracks();
  const [wish, setWish] = useState({ from: today(track.timeZone), minutes: slot.minutes, leaveAsIs: [] as readonly string[] });
  const path = `/tracks/${track.id}/slots/${slot.id}/length`;
  const isWhole = wish.from !== '' && wish.minutes !== slot.minutes;
  const [asked] = useDebouncedValue(wish, 200);
  const preview = useQuery({
    queryKey: ['tracks', track.id, 'length', slot.id, asked],
    queryFn: () => api.post(`${path}/preview`, LengthPreview, asked),
    enabled: isWhole && asked.minutes !== slot.minutes,
    placeholderData: keepPreviousData,
  });
  const undo = async () => {
    await api.post(path, TrackReply, { ...wish, minutes: slot.minutes });
    tell(`${slot.groupName} lasts ${slot.minutes} minutes as before.`);
    await refresh();
  };
  const saving = useMutation({
    mutationFn: () => api.post(path, TrackReply, wish),
    onSuccess: async () => {
      tellUndoable(`${slot.groupName} lasts ${wish.minutes} minutes from then on.`, undo);
      onDone();
      await refresh();
    },
    onError: () => void preview.refetch(),
  });
  const meetings = preview.data && isWhole ? shownMeetings(preview.data) : [];
  const isReady = isWhole && asked === wish && preview.isSuccess && !preview.isPlaceholderData && isClear(meetings);
  return { wish, choose: (change: Partial<typeof wish>) => setWish((now) => ({ ...now, ...change })), isWhole, preview, saving, meetings, isReady };
}

/** Makes a group of the week longer or shorter from a day on, after showing each meeting with what stands in its new time. */
export function LengthForm(props: LengthFormProps) {
  const { track, slot } = props;
  const { wish, choose, isWhole, preview, saving, meetings, isReady } = useLength(props);
  const changed = meetings.filter(({ isOut }) => !isOut).length;
  return (
    <Stack gap="md">
      <Text size="sm">Meetings that were held keep their length. Seats and appointments of the meetings to come go along.</Text>
      <Group align="end" gap="sm">
        <TextInput type="date" label="From" value={wish.from} onChange={(event) => choose({ from: event.currentTarget.value })} />
        <NumberInput
          label="Minutes"
          min={15}
          max={480}
          step={15}
          value={wish.minutes}
          onChange={(value) => choose({ minutes: Number(value) || slot.minutes })}
          maw={120}
        />
      </Group>
      {!isWhole && (
        <Text size="sm" c="dimmed">
          It lasts {slot.minutes} minutes now. Choose another length to see each meeting.
        </Text>
      )}
      {isWhole && preview.isPending && <Waiting label="Looking at each meeting" />}
      {isWhole && preview.isError && <Failed error={preview.error} />}
      {isWhole && preview.data && !preview.isError && (
        <>
          <Text size="sm">
            {preview.data.people} {preview.data.people === 1 ? 'person has' : 'people have'} a seat in them.
          </Text>
          <MeetingsList
            meetings={meetings}
            timeZone={track.timeZone}
            leaveLabel="Leave as it is"
            onLeaveOut={(key, isOut) => choose({ leaveAsIs: isOut ? [...wish.leaveAsIs, key] : wish.leaveAsIs.filter((one) => one !== key) })}
          />
        </>
      )}
      {saving.isError && <Failed error={saving.error} />}
      <Group justify="flex-end">
        <Button loading={saving.isPending} disabled={!isReady || changed === 0} onClick={() => saving.mutate()}>
          Change {changed} {changed === 1 ? 'meeting' : 'meetings'}
        </Button>
      </Group>
    </Stack>
  );
}
