import { Alert, Button, Checkbox, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EnrolmentPreview, EnrolmentReply } from '#server/tracks/enrolments/enrolments.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tell } from '../../ui/form/tell.ts';
import { today } from '../../ui/format/today.ts';
import { day } from '../../ui/format/words.ts';
import { Failed, Waiting } from '../../ui/states/states.tsx';
import { useMe } from '../identity/session.ts';
import { PatientField } from '../patients/patient-field.tsx';
import { requestId } from '../patients/request-id.ts';
import { isClear, MeetingsList } from './meetings-list.tsx';
import { trackQueries, useRefreshTracks } from './track-queries.ts';

interface EnrolFormProps {
  /** From the track: the patient is asked for. */
  readonly trackId?: string;
  /** From the chart: the track is asked for. */
  readonly patientId?: string;
  readonly onDone: () => void;
}

type Preview = ReturnType<typeof EnrolmentPreview.parse>;

const asMeetings = ({ meetings }: Preview) => meetings.map(({ sessionId, does, ...meeting }) => ({ ...meeting, key: sessionId, isOut: does === 'leave-out' }));

function Hints({ preview, from, onFrom }: { readonly preview: Preview; readonly from: string; readonly onFrom: (from: string) => void }) {
  const isFull = preview.meetings.some(({ conflicts }) => conflicts.some(({ kind }) => kind === 'seats'));
  const { seatsFrom } = preview;
  return (
    <>
      {preview.notes.map((note) => (
        <Text key={note} size="sm" c="dimmed">
          {note}
        </Text>
      ))}
      {isFull && seatsFrom !== null && seatsFrom > from && (
        <Group gap="xs">
          <Text size="sm">From {day(seatsFrom)} every meeting has a seat.</Text>
          <Button size="compact-xs" variant="light" onClick={() => onFrom(seatsFrom)}>
            Begin then
          </Button>
        </Group>
      )}
    </>
  );
}

/** What is chosen, what it would be, and the act. */
function useEnrolment(given: string | undefined, known: string | undefined, onDone: () => void) {
  const { organisation } = useMe();
  const refresh = useRefreshTracks();
  const [id] = useState(requestId);
  const [chosen, setChosen] = useState({
    trackId: given ?? '',
    patientId: known ?? '',
    from: today(organisation.timeZone),
    leaveOut: [] as readonly string[],
    beyondAuthorization: false,
  });
  const { trackId, ...plan } = chosen;
  const isWhole = trackId !== '' && plan.patientId !== '' && plan.from !== '';
  const preview = useQuery({
    queryKey: ['tracks', trackId, 'preview', plan],
    queryFn: () => api.post(`/tracks/${trackId}/enrolments/preview`, EnrolmentPreview, plan),
    enabled: isWhole,
    placeholderData: keepPreviousData,
  });
  const enrolling = useMutation({
    mutationFn: () => api.post(`/tracks/${trackId}/enrolments`, EnrolmentReply, { ...plan, id }),
    onSuccess: async ({ trackName, toCome }) => {
      tell(`Enrolled in ${trackName}: ${toCome} ${toCome === 1 ? 'meeting is' : 'meetings are'} booked.`);
      await refresh(plan.patientId);
      onDone();
    },
    onError: () => void preview.refetch(),
  });
  return { chosen, choose: (change: Partial<typeof chosen>) => setChosen((now) => ({ ...now, ...change })), isWhole, preview, enrolling };
}

type Enrolment = ReturnType<typeof useEnrolment>;

function TrackField({ chosen, choose }: Pick<Enrolment, 'chosen' | 'choose'>) {
  const tracks = useQuery(trackQueries.all);
  const choices = (tracks.data?.items ?? []).map(({ id, name, programName, seatsFree }) => ({
    value: id,
    label: `${name}, ${programName}: ${seatsFree === 0 ? 'no seat in every meeting' : `${seatsFree} free`}`,
  }));
  return <Select label="Track" data={choices} value={chosen.trackId || null} onChange={(trackId) => choose({ trackId: trackId ?? '' })} />;
}

/** Every meeting with what stands in the way, and what mends it. */
function Foreseen({ preview, chosen, choose }: { readonly preview: Preview } & Pick<Enrolment, 'chosen' | 'choose'>) {
  const { leaveOut, beyondAuthorization, from } = chosen;
  const isBeyond = beyondAuthorization || preview.meetings.some(({ conflicts }) => conflicts.some(({ kind }) => kind === 'authorization'));
  return (
    <>
      <Hints preview={preview} from={from} onFrom={(next) => choose({ from: next })} />
      <MeetingsList
        meetings={asMeetings(preview)}
        timeZone={preview.timeZone}
        onLeaveOut={(key, isOut) => choose({ leaveOut: isOut ? [...leaveOut, key] : leaveOut.filter((one) => one !== key) })}
      />
      {isBeyond && (
        <Alert color="orange" title="More than the payer has approved">
          <Checkbox
            label="Book it all the same; more is asked for"
            checked={beyondAuthorization}
            onChange={(event) => choose({ beyondAuthorization: event.currentTarget.checked })}
          />
        </Alert>
      )}
    </>
  );
}

/** Books somebody into all meetings of a track at once, after showing each of them with what stands in the way. */
export function EnrolForm({ trackId: given, patientId: known, onDone }: EnrolFormProps) {
  const { chosen, choose, isWhole, preview, enrolling } = useEnrolment(given, known, onDone);
  const meetings = preview.data ? asMeetings(preview.data) : [];
  const booked = meetings.filter(({ isOut }) => !isOut).length;
  return (
    <Stack gap="md">
      {given === undefined && <TrackField chosen={chosen} choose={choose} />}
      {known === undefined && <PatientField label="Patient" value={chosen.patientId || null} onChange={(patientId) => choose({ patientId: patientId ?? '' })} />}
      <TextInput type="date" label="From" value={chosen.from} onChange={(event) => choose({ from: event.currentTarget.value })} maw={220} />
      {isWhole && preview.isPending && <Waiting label="Looking at each meeting" />}
      {preview.isError && <Failed error={preview.error} retry={() => void preview.refetch()} />}
      {isWhole && preview.data && <Foreseen preview={preview.data} chosen={chosen} choose={choose} />}
      {enrolling.isError && <Failed error={enrolling.error} />}
      <Group justify="flex-end">
        <Button loading={enrolling.isPending} disabled={!isWhole || booked === 0 || preview.isPlaceholderData || !isClear(meetings)} onClick={() => enrolling.mutate()}>
          Book {booked} {booked === 1 ? 'meeting' : 'meetings'}
        </Button>
      </Group>
    </Stack>
  );
}
