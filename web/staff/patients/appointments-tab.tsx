import { Badge, Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { AppointmentList, type AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import { api } from '../../ui/api/api.ts';
import { moment } from '../../ui/format/words.ts';
import { useNow } from '../../ui/format/use-now.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { Dialog } from '../../ui/form/dialog.tsx';
import { useMay } from '../identity/session.ts';
import { WishForm } from '../scheduling/earlier/wish-form.tsx';
import { PatientMissed } from '../desk/patient-missed.tsx';
import { PatientTracks } from '../tracks/patient-tracks.tsx';
import { WhyNotMore } from '../privacy/break-glass/why-not.tsx';
import { past, upcoming } from './appointment-order.ts';

const columns: readonly Column<AppointmentReply>[] = [
  { label: 'When', cell: ({ startsAt }) => moment(startsAt) },
  { label: 'What', cell: ({ typeName }) => typeName },
  { label: 'With', cell: ({ clinicianName }) => clinicianName },
  { label: 'Where', cell: ({ modality, roomName }) => (modality === 'in-person' ? (roomName ?? '') : modality), wide: true },
  {
    label: 'Status',
    cell: ({ status }) => (
      <Badge size="sm" variant="light" color={status === 'no-show' ? 'red' : status === 'arrived' ? 'orange' : 'gray'}>
        {status}
      </Badge>
    ),
  },
];
/** Asks for an earlier time, beside each appointment that can still be moved. */
const earlier = (onWish: (appointmentId: string) => void): Column<AppointmentReply> => ({
  label: 'Earlier',
  cell: ({ id, status, startsAt }) =>
    (status === 'booked' || status === 'confirmed') && (
      <Button size="compact-xs" variant="default" aria-label={`Would come earlier than ${moment(startsAt)}`} onClick={() => onWish(id)}>
        Earlier
      </Button>
    ),
});
const scheduleOf = ({ startsAt }: AppointmentReply) => `/schedule?span=day&day=${startsAt.slice(0, 10)}`;

/** Whoever is in a day program has hundreds to come: the next weeks are enough at first. */
const shownAtFirst = 15;

/** What is planned and what was. */
export function AppointmentsTab({ patientId }: { readonly patientId: string }) {
  const list = useQuery({ queryKey: ['patient', patientId, 'appointments'], queryFn: () => api.get(`/patients/${patientId}/appointments`, AppointmentList) });
  const now = useNow();
  const may = useMay();
  const [wishing, setWishing] = useState('');
  const [isWhole, setWhole] = useState(false);
  if (list.isPending) return <Waiting />;
  if (list.isError) return <Failed error={list.error} retry={() => void list.refetch()} />;
  const [next, before] = [upcoming(list.data.items, now), past(list.data.items, now)];
  return (
    <Stack gap="md">
      {may('schedule.write') && (
        <Button component={Link} to={`/schedule?find=${patientId}`} variant="light" style={{ alignSelf: 'start' }}>
          Find a time
        </Button>
      )}
      {may('track.enrol') && <PatientTracks patientId={patientId} />}
      <Panel title="To come" flush>
        {next.length === 0 ? (
          <Empty>Nothing is booked. Book from the schedule.</Empty>
        ) : (
          <Lines
            label="Appointments to come"
            rows={isWhole ? next : next.slice(0, shownAtFirst)}
            columns={may('schedule.write') ? [...columns, earlier(setWishing)] : columns}
            keyOf={({ id }) => id}
            to={scheduleOf}
          />
        )}
        {!isWhole && next.length > shownAtFirst && (
          <Button variant="subtle" size="compact-sm" m="sm" onClick={() => setWhole(true)}>
            Show all {next.length}
          </Button>
        )}
      </Panel>
      <Dialog title="Would come earlier" opened={wishing !== ''} onClose={() => setWishing('')}>
        <WishForm appointmentId={wishing} onDone={() => setWishing('')} />
      </Dialog>
      <PatientMissed patientId={patientId} />
      <Panel title="Past" flush>
        {before.length === 0 ? (
          <Empty>No earlier appointments.</Empty>
        ) : (
          <Lines
            label="Past appointments"
            rows={before}
            columns={columns}
            keyOf={({ id }) => id}
            to={scheduleOf}
            tone={({ status }) => (status === 'cancelled' ? 'past' : undefined)}
          />
        )}
        <WhyNotMore patientId={patientId} />
      </Panel>
    </Stack>
  );
}
