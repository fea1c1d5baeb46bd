import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { EnrolmentReply } from '#server/tracks/enrolments/enrolments.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tell, tellProblem } from '../../ui/form/tell.ts';
import { today } from '../../ui/format/today.ts';
import { Failed } from '../../ui/states/states.tsx';
import { useMe } from '../identity/session.ts';
import { useRefreshTracks } from './track-queries.ts';
import { leavingReasons } from './track-words.ts';

/** Lets somebody leave a track from a day on. */
export function LeaveForm({ enrolmentId, patientId, onDone }: { readonly enrolmentId: string; readonly patientId: string; readonly onDone: () => void }) {
  const refresh = useRefreshTracks();
  const [from, setFrom] = useState(today(useMe().organisation.timeZone));
  const [because, setBecause] = useState<string>('completed');
  const leaving = useMutation({
    mutationFn: () => api.post(`/track-enrolments/${enrolmentId}/leaving`, EnrolmentReply, { from, because }),
    onSuccess: async ({ trackName }) => {
      tell(`Left ${trackName}. The seats from that day on are free.`);
      await refresh(patientId);
      onDone();
    },
  });
  return (
    <Stack gap="md">
      <Text size="sm">Seats, appointments and places on the rosters from this day on are given free. What was attended or missed stays as it is.</Text>
      <TextInput type="date" label="First day without it" value={from} onChange={(event) => setFrom(event.currentTarget.value)} maw={220} />
      <NativeSelect label="Why" data={[...leavingReasons]} value={because} onChange={(event) => setBecause(event.currentTarget.value)} />
      {leaving.isError && <Failed error={leaving.error} />}
      <Group justify="flex-end">
        <Button color="orange" loading={leaving.isPending} disabled={from === ''} onClick={() => leaving.mutate()}>
          Leave from this day
        </Button>
      </Group>
    </Stack>
  );
}

/** Takes a leaving back, while the seats are free. */
export function ReturnButton({ enrolmentId, patientId, name }: { readonly enrolmentId: string; readonly patientId: string; readonly name: string }) {
  const refresh = useRefreshTracks();
  const returning = useMutation({
    mutationFn: () => api.post(`/track-enrolments/${enrolmentId}/return`, EnrolmentReply),
    onSuccess: async ({ trackName, toCome }) => {
      await refresh(patientId);
      tell(`Back in ${trackName}: ${toCome} ${toCome === 1 ? 'meeting' : 'meetings'} to come.`);
    },
    onError: tellProblem,
  });
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      color="gray"
      aria-label={`Take back the leaving of ${name}`}
      loading={returning.isPending}
      onClick={() => returning.mutate()}
    >
      Take back
    </Button>
  );
}
