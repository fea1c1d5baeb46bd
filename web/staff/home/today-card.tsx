import { Anchor, Badge, Button, Kbd, SegmentedControl, Select, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { NoteStateList } from '#server/charting/notes/notes.contract.ts';
import { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import { ScheduleReply } from '#server/scheduling/schedule/schedule.contract.ts';
import { spelledOut, type Schedule } from '../scheduling/schedule.ts';
import { api } from '../../ui/api/api.ts';
import { tellProblem } from '../../ui/form/tell.ts';
import { today } from '../../ui/format/today.ts';
import { useNow } from '../../ui/format/use-now.ts';
import { clock } from '../../ui/format/words.ts';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useOpenNote } from '../charting/open-note.ts';
import { useMay, useMe } from '../identity/session.ts';
import { dayList, noteToWrite, noteWish, type NoteState } from './day-list.ts';

type Row = ReturnType<typeof dayList>[number];

function useDay() {
  const me = useMe();
  const isOwn = useMay()('chart.write');
  const [siteId, setSiteId] = useState(isOwn ? '' : (me.sites[0]?.id ?? ''));
  const day = today(me.organisation.timeZone);
  const schedule = useQuery({
    queryKey: ['schedule', 'today', day, siteId],
    queryFn: async () => spelledOut(await api.get('/schedule', ScheduleReply, { from: day, to: day, siteId })),
  });
  return { sites: me.sites, isOwn, siteId, setSiteId, schedule };
}

function NoteCell({ row, note }: { readonly row: Row; readonly note: NoteState }) {
  const open = useOpenNote();
  const now = useNow();
  const wish = noteWish(row, note, now);
  if (wish === 'signed')
    return (
      <Anchor component={Link} to={`/signed-notes/${note?.noteId ?? ''}`} size="xs">
        Signed
      </Anchor>
    );
  if (!wish) return null;
  return (
    <Button
      size="compact-xs"
      variant={wish === 'finish' ? 'light' : 'default'}
      {...(wish === 'finish' ? { color: 'orange' } : {})}
      loading={open.isPending}
      onClick={() => open.mutate(row.id)}
    >
      {wish === 'finish' ? 'Finish note' : 'Write note'}
    </Button>
  );
}

function ArrivalCell({ row }: { readonly row: Row }) {
  const queries = useQueryClient();
  const arrive = useMutation({
    mutationFn: () => api.post(`/appointments/${row.id}/arrival`, AppointmentReply),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['schedule'] }),
    onError: tellProblem,
  });
  if (row.status !== 'booked' && row.status !== 'confirmed')
    return (
      <Badge size="sm" variant="light" color={row.status === 'arrived' ? 'orange' : 'gray'}>
        {row.status}
      </Badge>
    );
  return (
    <Button size="compact-xs" variant="default" loading={arrive.isPending} onClick={() => arrive.mutate()}>
      Arrived
    </Button>
  );
}

function useNotes(rows: readonly Row[]): ReadonlyMap<string, NoteState> {
  const may = useMay();
  const ids = rows.map(({ id }) => id).join(',');
  const states = useQuery({
    queryKey: ['note-states', ids],
    queryFn: () => api.get('/note-states', NoteStateList, { appointmentIds: ids }),
    enabled: ids !== '' && may('chart.read'),
  });
  return new Map((states.data?.items ?? []).map((item) => [item.appointmentId, item]));
}

/** The key W opens the note of the session that was last. */
function useNextNote(rows: readonly Row[], notes: ReadonlyMap<string, NoteState>): Row | undefined {
  const { mutate } = useOpenNote();
  const next = noteToWrite(rows, notes, useNow());
  const id = next?.id;
  useShortcuts(useMemo(() => (id ? [{ keys: 'w', says: 'Write the note of the last session', run: () => mutate(id) }] : []), [id, mutate]));
  return next;
}

function Day({ schedule, isOwn, bySite }: { readonly schedule: Schedule; readonly isOwn: boolean; readonly bySite: boolean }) {
  const may = useMay();
  const rows = dayList(schedule.entries);
  const notes = useNotes(rows);
  const { timeZone } = schedule;
  const next = useNextNote(isOwn && !bySite ? rows : [], notes);
  const columns: Column<Row>[] = [
    { label: 'Who', cell: ({ patientName }) => patientName },
    { label: 'Time', cell: ({ startsAt }) => clock(startsAt, timeZone) },
    { label: 'What', cell: ({ typeName, modality }) => `${typeName}${modality === 'in-person' ? '' : `, ${modality}`}` },
    ...(bySite ? [{ label: 'With', cell: ({ clinicianName }: Row) => clinicianName }] : []),
    ...(may('schedule.write') ? [{ label: 'Arrival', cell: (row: Row) => <ArrivalCell row={row} /> }] : []),
    ...(isOwn && !bySite ? [{ label: 'Note', cell: (row: Row) => <NoteCell row={row} note={notes.get(row.id)} />, align: 'right' as const }] : []),
  ];
  return (
    <>
      <Lines
        label="Appointments today"
        rows={rows}
        columns={columns}
        keyOf={({ id }) => id}
        {...(may('patient.read') ? { to: ({ patientId }: Row) => `/patients/${patientId}` } : {})}
        tone={({ status }) => tones[status]}
      />
      <Text size="xs" c="dimmed" px="md" py={6}>
        {rows.length} booked, times of {timeZone.split('/').at(-1)?.replace('_', ' ')}
        {next && (
          <>
            . <Kbd size="xs">W</Kbd> writes the note of {clock(next.startsAt, timeZone)}
          </>
        )}
      </Text>
    </>
  );
}

const tones: Partial<Record<Row['status'], 'attention' | 'past'>> = { arrived: 'attention', completed: 'past', 'no-show': 'past' };

/** One's own day with the state of each note; for those at the desk, everybody who is expected at a site. */
export function TodayCard() {
  const { sites, isOwn, siteId, setSiteId, schedule } = useDay();
  const switcher = isOwn ? (
    <SegmentedControl
      size="xs"
      aria-label="Whose day"
      data={[
        { value: '', label: 'Mine' },
        { value: sites[0]?.id ?? '-', label: 'Team' },
      ]}
      value={siteId}
      onChange={setSiteId}
    />
  ) : (
    <Select
      size="xs"
      aria-label="Site"
      data={sites.map(({ id, name }) => ({ value: id, label: name }))}
      value={siteId || null}
      onChange={(id) => setSiteId(id ?? '')}
      allowDeselect={false}
    />
  );
  return (
    <Panel title={isOwn && !siteId ? 'Your day' : 'Expected today'} actions={sites.length > 0 && switcher} flush>
      <Loaded query={schedule} empty="Nobody is booked for today." isEmpty={({ entries }) => dayList(entries).length === 0}>
        {(data) => <Day schedule={data} isOwn={isOwn} bySite={siteId !== ''} />}
      </Loaded>
    </Panel>
  );
}
