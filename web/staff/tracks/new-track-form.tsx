import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { TherapyGroupList } from '#server/groups/groups/groups.contract.ts';
import { TrackPreview, TrackReply } from '#server/tracks/timetables/timetables.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tell } from '../../ui/form/tell.ts';
import { today } from '../../ui/format/today.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMe } from '../identity/session.ts';
import { requestId } from '../patients/request-id.ts';
import { programQueries, useMyPrograms } from '../programs/program-queries.ts';
import { addDays, mondayOf } from '../scheduling/zoned-time.ts';
import { isClear, MeetingsList } from './meetings-list.tsx';
import { SlotFields, type SlotDraft } from './slot-fields.tsx';
import { useRefreshTracks } from './track-queries.ts';

const defaultDays = 7 * 8 - 3;

/** The slots of a draft, one for each weekday that was chosen. */
const slotsOf = (drafts: readonly SlotDraft[]) =>
  drafts.flatMap(({ weekdays, groupId, starts, minutes, roomId }) =>
    groupId === '' ? [] : weekdays.map((weekday) => ({ weekday: Number(weekday), groupId, starts, minutes, roomId: roomId || null })),
  );

/** What is filled in, what it would be, and the act. */
function useNewTrack(onDone: () => void) {
  const me = useMe();
  const programs = useMyPrograms();
  const refresh = useRefreshTracks();
  const [id] = useState(requestId);
  const monday = addDays(mondayOf(today(me.organisation.timeZone)), 7);
  const [facts, setFacts] = useState({ name: '', programId: '', firstDay: monday, lastDay: addDays(monday, defaultDays) });
  const [drafts, setDrafts] = useState<readonly SlotDraft[]>([{ key: 0, weekdays: ['1', '3', '5'], groupId: '', starts: '09:00', minutes: 60, roomId: '' }]);
  const [leaveOut, setLeaveOut] = useState<readonly string[]>([]);
  const all = useQuery(programQueries.all);
  // Tracks are for day programs; others may have one, but nobody thinks of them first.
  const dayPrograms = new Set(all.data?.items.filter(({ kind }) => kind === 'iop' || kind === 'php').map(({ id: known }) => known));
  const likeliest = programs.find(({ value }) => dayPrograms.has(value)) ?? programs[0];
  const programId = facts.programId || (likeliest?.value ?? '');
  const plan = { id, ...facts, name: facts.name.trim() || 'Track', programId, slots: slotsOf(drafts), leaveOut };
  const [asked] = useDebouncedValue(plan, 300);
  const isWhole = asked.slots.length > 0 && asked.programId !== '' && asked.firstDay !== '' && asked.lastDay !== '';
  const preview = useQuery({
    queryKey: ['tracks', 'new', asked],
    queryFn: () => api.post('/tracks/preview', TrackPreview, asked),
    enabled: isWhole,
    placeholderData: keepPreviousData,
  });
  const opening = useMutation({
    mutationFn: () => api.post('/tracks', TrackReply, plan),
    onSuccess: async ({ name, meetings }) => {
      tell(`${name} is open: ${meetings.length} meetings are planned.`);
      await refresh('');
      onDone();
    },
    onError: () => void preview.refetch(),
  });
  const mark = (key: string, isOut: boolean) => setLeaveOut(isOut ? [...leaveOut, key] : leaveOut.filter((one) => one !== key));
  return {
    facts: { ...facts, programId },
    change: (to: Partial<typeof facts>) => setFacts({ ...facts, ...to }),
    programs,
    drafts,
    setDrafts,
    mark,
    isWhole,
    preview,
    opening,
  };
}

const asMeetings = (preview: ReturnType<typeof TrackPreview.parse> | undefined) =>
  (preview?.meetings ?? []).map(({ does, ...meeting }) => ({ ...meeting, key: meeting.startsAt, isOut: does === 'leave-out' }));

/** The groups of the program with their hours; said when there is none yet. */
function Slots({
  programId,
  drafts,
  onChange,
}: {
  readonly programId: string;
  readonly drafts: readonly SlotDraft[];
  readonly onChange: (drafts: readonly SlotDraft[]) => void;
}) {
  const groups = useQuery({ queryKey: ['groups'], queryFn: () => api.get('/groups', TherapyGroupList) });
  const own = (groups.data?.items ?? []).filter((group) => group.active && group.programId === programId && group.kind === 'group');
  if (groups.data && own.length === 0) return <Empty>This program has no group yet. Open its groups first, then put them into a track.</Empty>;
  return <SlotFields drafts={drafts} groups={own} onChange={onChange} />;
}

/** A new track: groups with their weekdays and hours, and each meeting that comes of it before it is opened. */
export function NewTrackForm({ onDone }: { readonly onDone: () => void }) {
  const { facts, change, programs, drafts, setDrafts, mark, isWhole, preview, opening } = useNewTrack(onDone);
  const meetings = asMeetings(preview.data);
  return (
    <Panel title="New track">
      <Stack gap="sm" maw={760}>
        <Group grow align="start">
          <TextInput label="Name" value={facts.name} onChange={(event) => change({ name: event.currentTarget.value })} />
          <NativeSelect label="Program" data={programs} value={facts.programId} onChange={(event) => change({ programId: event.currentTarget.value })} />
        </Group>
        <Group grow align="start">
          <TextInput type="date" label="First day" value={facts.firstDay} onChange={(event) => change({ firstDay: event.currentTarget.value })} />
          <TextInput type="date" label="Last day" value={facts.lastDay} onChange={(event) => change({ lastDay: event.currentTarget.value })} />
        </Group>
        <Slots programId={facts.programId} drafts={drafts} onChange={setDrafts} />
        {isWhole && preview.isPending && <Waiting label="Looking at each meeting" />}
        {preview.isError && <Failed error={preview.error} />}
        {isWhole && preview.data && !preview.isError && <MeetingsList meetings={meetings} timeZone={preview.data.timeZone} onLeaveOut={mark} />}
        {opening.isError && <Failed error={opening.error} />}
        <Group>
          <Button
            loading={opening.isPending}
            disabled={facts.name.trim() === '' || meetings.length === 0 || preview.isPlaceholderData || !isClear(meetings)}
            onClick={() => opening.mutate()}
          >
            Open the track
          </Button>
          <Button variant="default" onClick={onDone}>
            Not now
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
