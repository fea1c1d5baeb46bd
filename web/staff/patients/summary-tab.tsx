import { Anchor, Badge, Grid, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { DiagnosisList } from '#server/charting/diagnoses/diagnoses.contract.ts';
import { NoteList } from '#server/charting/notes/notes.contract.ts';
import { AppointmentList } from '#server/scheduling/appointments/appointments.contract.ts';
import { api } from '../../ui/api/api.ts';
import { moment } from '../../ui/format/words.ts';
import { useNow } from '../../ui/format/use-now.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { EpisodesPanel } from '../programs/episodes-panel.tsx';
import { CareTeamPanel } from '../teams/care-team-panel.tsx';
import { AlertsPanel } from './alerts-panel.tsx';
import { upcoming } from './appointment-order.ts';

interface OfPatient {
  readonly patientId: string;
}

function More({ patientId, tab, label }: OfPatient & { readonly tab: string; readonly label: string }) {
  return (
    <Anchor component={Link} to={`/patients/${patientId}/${tab}`} size="xs">
      {label}
    </Anchor>
  );
}

function Diagnoses({ patientId }: OfPatient) {
  const list = useQuery({
    queryKey: ['patient', patientId, 'diagnoses'],
    queryFn: () => api.get(`/patients/${patientId}/diagnoses`, DiagnosisList, { resolved: 'without' }),
  });
  return (
    <Panel title="Diagnoses" actions={<More patientId={patientId} tab="diagnoses" label="All diagnoses" />}>
      {list.isPending && <Waiting />}
      {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && <Empty>No diagnosis yet. One is needed before a note can be billed.</Empty>}
      <Stack gap={7}>
        {list.data?.items.slice(0, 6).map(({ id, code, clinicianLabel, description, isPrincipal, certainty }) => (
          <Group key={id} gap="xs" wrap="nowrap" align="baseline">
            <Text size="xs" c="dimmed" w={58} style={{ flex: 'none' }}>
              {code}
            </Text>
            <Text size="sm" fw={isPrincipal ? 600 : 400}>
              {clinicianLabel || description}
              {certainty !== 'confirmed' && <Text span size="xs" c="dimmed">{` ${certainty}`}</Text>}
            </Text>
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}

function Notes({ patientId }: OfPatient) {
  const list = useQuery({ queryKey: ['patient', patientId, 'notes', 'last'], queryFn: () => api.get(`/patients/${patientId}/notes`, NoteList, { limit: 5 }) });
  return (
    <Panel title="Last notes" actions={<More patientId={patientId} tab="notes" label="All notes" />}>
      {list.isPending && <Waiting />}
      {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && <Empty>No signed note yet.</Empty>}
      <Stack gap={8}>
        {list.data?.items.map(({ id, title, startedAt, signedAt, signedBy }) => (
          <div key={id}>
            <Anchor component={Link} to={`/signed-notes/${id}`} size="sm" fw={550}>
              {title}
            </Anchor>
            <Text size="xs" c="dimmed">
              {moment(startedAt ?? signedAt)}, {signedBy}
            </Text>
          </div>
        ))}
      </Stack>
    </Panel>
  );
}

function Upcoming({ patientId }: OfPatient) {
  const list = useQuery({ queryKey: ['patient', patientId, 'appointments'], queryFn: () => api.get(`/patients/${patientId}/appointments`, AppointmentList) });
  const now = useNow();
  const next = upcoming(list.data?.items ?? [], now).slice(0, 4);
  return (
    <Panel title="Next appointments" actions={<More patientId={patientId} tab="appointments" label="All appointments" />}>
      {list.isPending && <Waiting />}
      {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
      {list.data && next.length === 0 && <Empty>Nothing is booked. Book from the schedule.</Empty>}
      <Stack gap={8}>
        {next.map(({ id, typeName, startsAt, clinicianName, status }) => (
          <Group key={id} justify="space-between" wrap="nowrap">
            <div>
              <Text size="sm" fw={550}>
                {moment(startsAt)}
              </Text>
              <Text size="xs" c="dimmed">
                {typeName}, {clinicianName}
              </Text>
            </div>
            <Badge variant="light" color={status === 'arrived' ? 'orange' : 'gray'}>
              {status}
            </Badge>
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}

/** What one needs to know before the next meeting. */
export function SummaryTab({ patientId }: OfPatient) {
  const may = useMay();
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack gap="md">
          {may('chart.read') && <Diagnoses patientId={patientId} />}
          {may('chart.read') && <Notes patientId={patientId} />}
          <EpisodesPanel patientId={patientId} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack gap="md">
          {may('schedule.read') && <Upcoming patientId={patientId} />}
          <CareTeamPanel patientId={patientId} />
          <AlertsPanel patientId={patientId} />
        </Stack>
      </Grid.Col>
    </Grid>
  );
}
