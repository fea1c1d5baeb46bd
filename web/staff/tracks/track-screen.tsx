import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { TrackReply } from '#server/tracks/timetables/timetables.contract.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { clock, day } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Empty, Page } from '../../ui/states/states.tsx';
import { Lines } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { dayText, wallTime } from '../scheduling/zoned-time.ts';
import { EnrolForm } from './enrol-form.tsx';
import { LeaveForm, ReturnButton } from './leave-form.tsx';
import { LengthForm } from './length-form.tsx';
import { RenameForm } from './rename-form.tsx';
import { Timetable } from './timetable.tsx';
import { trackQueries } from './track-queries.ts';
import { leftWords, seatWords } from './track-words.ts';

type Line = TrackReply['roster'][number];

function Roster({ track, onLeave }: { readonly track: TrackReply; readonly onLeave: (line: Line) => void }) {
  const may = useMay();
  if (track.roster.length === 0) return <Empty>Nobody is enrolled yet. Enrolling books every meeting at once.</Empty>;
  return (
    <Lines
      label={`Roster of ${track.name}`}
      rows={track.roster}
      keyOf={({ enrolmentId }) => enrolmentId}
      to={({ patientId }) => `/patients/${patientId}/appointments`}
      tone={({ leftOn }) => (leftOn === null ? undefined : 'past')}
      columns={[
        { label: 'Member', cell: ({ name }) => name },
        { label: 'Since', cell: ({ firstDay, leftOn }) => (leftOn === null ? day(firstDay) : `${day(firstDay)}, left ${day(leftOn)}`) },
        { label: 'To come', cell: ({ toCome, leftBecause }) => (leftBecause === null ? `${toCome} ${toCome === 1 ? 'meeting' : 'meetings'}` : leftWords(leftBecause)) },
        {
          label: 'Enrolment',
          cell: (line) => {
            if (!may('chart.write')) return null;
            if (line.leftOn !== null) return <ReturnButton enrolmentId={line.enrolmentId} patientId={line.patientId} name={line.name} />;
            return (
              <Button size="compact-xs" variant="subtle" color="gray" aria-label={`Let ${line.name} leave`} onClick={() => onLeave(line)}>
                Leave
              </Button>
            );
          },
        },
      ]}
    />
  );
}

function Meetings({ track }: { readonly track: TrackReply }) {
  const mayRead = useMay()('chart.read');
  if (track.meetings.length === 0) return <Empty>No meeting is left to come.</Empty>;
  return (
    <Lines
      label={`Meetings of ${track.name}`}
      rows={track.meetings.slice(0, 24)}
      keyOf={({ sessionId }) => sessionId}
      {...(mayRead ? { to: ({ sessionId }: { sessionId: string }) => `/groups/sessions/${sessionId}` } : {})}
      tone={({ taken, capacity }) => (taken >= capacity ? 'attention' : undefined)}
      columns={[
        { label: 'When', cell: ({ startsAt }) => `${dayText(wallTime(startsAt, track.timeZone).day)}, ${clock(startsAt, track.timeZone)}` },
        { label: 'Group', cell: ({ groupName }) => groupName },
        { label: 'Seats', cell: seatWords },
      ]}
    />
  );
}

function Track({ track }: { readonly track: TrackReply }) {
  const may = useMay();
  const [isEnrolling, setEnrolling] = useState(false);
  const [leaving, setLeaving] = useState<Line | null>(null);
  const [isRenaming, setRenaming] = useState(false);
  const [slot, setSlot] = useState<TrackReply['slots'][number] | null>(null);
  const mayChange = may('chart.write') && may('schedule.write');
  const free = track.seatsFree === 0 ? 'no seat in every meeting' : `${track.seatsFree} ${track.seatsFree === 1 ? 'seat' : 'seats'} free in every meeting`;
  return (
    <Page
      title={track.name}
      actions={
        <Group gap="xs">
          {mayChange && (
            <Button variant="default" onClick={() => setRenaming(true)}>
              Rename
            </Button>
          )}
          {may('track.enrol') && may('schedule.write') && <Button onClick={() => setEnrolling(true)}>Enrol a patient</Button>}
        </Group>
      }
    >
      <Panel title="The week" says={`${track.programName}, ${day(track.firstDay)} to ${day(track.lastDay)}; ${track.enrolled} enrolled, ${free}`}>
        <Timetable name={track.name} slots={track.slots} onLength={mayChange ? setSlot : undefined} />
      </Panel>
      <Panel title="Roster" flush>
        <Roster track={track} onLeave={setLeaving} />
      </Panel>
      <Panel title="Meetings to come" flush>
        <Meetings track={track} />
        {track.meetings.length > 24 && (
          <Text size="xs" c="dimmed" p="sm">
            {track.meetings.length - 24} later meetings are not listed here.
          </Text>
        )}
      </Panel>
      <Dialog title={`Enrol in ${track.name}`} opened={isEnrolling} onClose={() => setEnrolling(false)}>
        <EnrolForm trackId={track.id} onDone={() => setEnrolling(false)} />
      </Dialog>
      <Dialog title={leaving ? `${leaving.name} leaves ${track.name}` : ''} opened={leaving !== null} onClose={() => setLeaving(null)}>
        {leaving && <LeaveForm enrolmentId={leaving.enrolmentId} patientId={leaving.patientId} onDone={() => setLeaving(null)} />}
      </Dialog>
      <Dialog title={`Rename ${track.name}`} opened={isRenaming} onClose={() => setRenaming(false)}>
        <RenameForm track={track} onDone={() => setRenaming(false)} />
      </Dialog>
      <Dialog title={slot ? `${slot.groupName}: another length` : ''} opened={slot !== null} onClose={() => setSlot(null)}>
        {slot && <LengthForm track={track} slot={slot} onDone={() => setSlot(null)} />}
      </Dialog>
    </Page>
  );
}

/** One track: its week, its roster, its meetings to come. */
export function TrackScreen() {
  const { trackId } = useParams({ strict: false }) as { trackId: string };
  const track = useQuery(trackQueries.one(trackId));
  return <Loaded query={track}>{(found) => <Track track={found} />}</Loaded>;
}
