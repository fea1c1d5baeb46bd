import { Badge, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { TherapyGroup, TherapyGroupList } from '#server/groups/groups/groups.contract.ts';
import { SessionReply } from '#server/groups/sessions/sessions.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tellProblem } from '../../ui/form/tell.ts';
import { today } from '../../ui/format/today.ts';
import { Empty, Failed, Page, Waiting } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay, useMe } from '../identity/session.ts';
import { instantAt } from '../scheduling/zoned-time.ts';
import { NewGroupForm } from './new-group-form.tsx';
import { Roster } from './roster.tsx';
import { SessionsToday } from './sessions-today.tsx';

/** Opens the session of a group today at the hours that were typed. */
function OpenSession({ group }: { readonly group: TherapyGroup }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { timeZone } = useMe().organisation;
  const [start, setStart] = useState('09:00');
  const [minutes, setMinutes] = useState('60');
  const opening = useMutation({
    mutationFn: () => {
      const [hour = 9, minute = 0] = start.split(':').map(Number);
      const from = hour * 60 + minute;
      const day = today(timeZone);
      const times = { startsAt: instantAt(day, from, timeZone), endsAt: instantAt(day, from + Number(minutes), timeZone) };
      return api.post(`/groups/${group.id}/sessions`, SessionReply, times);
    },
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['group-sessions'] });
      await navigate({ to: `/groups/sessions/${id}` });
    },
    onError: tellProblem,
  });
  return (
    <Group gap="xs" align="end">
      <TextInput type="time" size="xs" label="Today from" value={start} onChange={(event) => setStart(event.currentTarget.value)} />
      <NativeSelect size="xs" label="Minutes" data={['45', '50', '60', '90', '120', '180']} value={minutes} onChange={(event) => setMinutes(event.currentTarget.value)} />
      <Button size="xs" loading={opening.isPending} onClick={() => opening.mutate()}>
        Open session
      </Button>
    </Group>
  );
}

function GroupPanel({ group }: { readonly group: TherapyGroup }) {
  const mayWrite = useMay()('chart.write');
  const queries = useQueryClient();
  const changing = useMutation({
    mutationFn: (active: boolean) => api.patch(`/groups/${group.id}`, TherapyGroup, { active }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['groups'] }),
    onError: tellProblem,
  });
  const members = group.members.filter(({ leftOn }) => leftOn === null).length;
  const leaders = [group.facilitatorName, ...group.cofacilitators.map(({ name }) => name)].join(', ');
  return (
    <Panel
      title={group.name}
      says={`${group.programName}, led by ${leaders}${group.curriculum ? `, ${group.curriculum}` : ''}`}
      actions={
        <Badge variant="light" color={group.active ? 'tide' : 'gray'}>
          {group.active ? `${members} of ${group.capacity}` : 'ended'}
        </Badge>
      }
    >
      <Stack gap="sm">
        {mayWrite && group.active && <OpenSession group={group} />}
        <Roster group={group} />
        {mayWrite && (
          <Group justify="flex-end">
            <Button size="compact-xs" variant="subtle" color="gray" loading={changing.isPending} onClick={() => changing.mutate(!group.active)}>
              {group.active ? 'End this group' : 'Take it up again'}
            </Button>
          </Group>
        )}
      </Stack>
    </Panel>
  );
}

/** Groups, couples and families of one's programs: who is in them, and the way to the session of today. */
export function GroupsScreen() {
  const mayWrite = useMay()('chart.write');
  const [isAdding, setAdding] = useState(false);
  const groups = useQuery({ queryKey: ['groups'], queryFn: () => api.get('/groups', TherapyGroupList) });
  return (
    <Page
      title="Groups"
      actions={
        <Group gap="xs">
          <Button component={Link} to="/tracks" size="sm" variant="light">
            Program tracks
          </Button>
          {mayWrite && !isAdding && (
            <Button size="sm" onClick={() => setAdding(true)}>
              New group
            </Button>
          )}
        </Group>
      }
    >
      <SessionsToday />
      {isAdding && <NewGroupForm onDone={() => setAdding(false)} />}
      {groups.isPending && <Waiting />}
      {groups.isError && <Failed error={groups.error} retry={() => void groups.refetch()} />}
      {groups.data?.items.length === 0 && <Empty>No group yet. A couple or a family is a small group: each member gets a record of their own.</Empty>}
      {groups.data?.items.map((group) => (
        <GroupPanel key={group.id} group={group} />
      ))}
      {groups.data && groups.data.items.length > 0 && (
        <Text size="xs" c="dimmed">
          Who leaves a group keeps every record; the roster keeps its history.
        </Text>
      )}
    </Page>
  );
}
