import { Anchor, Badge, Button, Grid, Group, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Staff, type StaffReply } from '#server/identity/staff/staff.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { tell, tellProblem } from '../../ui/form/tell.ts';
import { day, moment, phone } from '../../ui/format/words.ts';
import { Empty, Failed, Page, Waiting } from '../../ui/states/states.tsx';
import { Facts } from '../../ui/table/facts.tsx';
import { Lines } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { today } from '../../ui/format/today.ts';
import { useMay, useMe } from '../identity/session.ts';
import { useProgramChoices, useRoleChoices } from './choices.ts';
import { CredentialForm, LastDayForm, MembershipForm, PersonForm } from './staff-forms.tsx';

/** What an administrator may do to somebody's access, beyond changing data. */
function AccessButtons({ person, refresh }: { readonly person: StaffReply; readonly refresh: () => void }) {
  const act = useMutation({
    mutationFn: async ({ path, body, method }: { path: string; body?: object; method: 'post' | 'patch' | 'del' }) =>
      method === 'del' ? api.del(path) : method === 'patch' ? api.patch(path, undefined, body) : api.post(path, undefined, body),
    onSuccess: () => {
      tell('Done.');
      refresh();
    },
    onError: tellProblem,
  });
  const path = `/staff/${person.id}`;
  return (
    <Group gap="xs">
      <Button
        size="compact-sm"
        variant="default"
        loading={act.isPending}
        onClick={() => act.mutate({ method: 'post', path: `${path}/reset`, body: { password: true, secondFactor: false } })}
      >
        Send a new password link
      </Button>
      {person.hasSecondFactor && (
        <Button size="compact-sm" variant="default" onClick={() => act.mutate({ method: 'post', path: `${path}/reset`, body: { password: false, secondFactor: true } })}>
          Reset the second factor
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={() => act.mutate({ method: 'del', path: `${path}/sessions` })}>
        Sign out everywhere
      </Button>
      <Button
        size="compact-sm"
        variant="light"
        color={person.active ? 'red' : 'tide'}
        onClick={() => act.mutate({ method: 'patch', path, body: { active: !person.active } })}
      >
        {person.active ? 'End their work here' : 'Take them back'}
      </Button>
    </Group>
  );
}

type Credential = StaffReply['credentials'][number];
type Membership = StaffReply['memberships'][number];

/** The form that is open beside the page, and what it is about. */
type Doing =
  | { readonly form: 'person' | 'membership' }
  | { readonly form: 'credential'; readonly of?: Credential }
  | { readonly form: 'last-day'; readonly of: Membership };

interface StaffDialogProps {
  readonly person: StaffReply;
  readonly doing: Doing | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function titleOf(doing: Doing | null): string {
  switch (doing?.form) {
    case undefined:
      return '';
    case 'person':
      return 'Change';
    case 'credential':
      return doing.of ? `Change ${doing.of.kind}` : 'Add a credential';
    case 'membership':
      return 'Let work in a program';
    case 'last-day':
      return 'Until when?';
  }
}

function StaffDialog({ person, doing, onDone, onClose }: StaffDialogProps) {
  return (
    <Dialog title={titleOf(doing)} opened={doing !== null} onClose={onClose}>
      {doing?.form === 'person' && <PersonForm person={person} onDone={onDone} />}
      {doing?.form === 'credential' && <CredentialForm staffId={person.id} credential={doing.of} onDone={onDone} />}
      {doing?.form === 'membership' && <MembershipForm staffId={person.id} onDone={onDone} />}
      {doing?.form === 'last-day' && <LastDayForm staffId={person.id} membership={doing.of} onDone={onDone} />}
    </Dialog>
  );
}

function Person({ person }: { readonly person: StaffReply }) {
  const may = useMay();
  const queries = useQueryClient();
  const programs = useProgramChoices();
  const roles = useRoleChoices();
  const [doing, setDoing] = useState<Doing | null>(null);
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ['staff'] });
    setDoing(null);
  };
  const mayWrite = may('staff.write');
  const now = today(useMe().organisation.timeZone);
  const add = (form: 'person' | 'credential' | 'membership') =>
    mayWrite && (
      <Button size="compact-xs" variant="light" onClick={() => setDoing({ form })}>
        {form === 'person' ? 'Change' : 'Add'}
      </Button>
    );
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Panel title="Person" actions={add('person')}>
          <Facts
            facts={[
              ['Email', person.email],
              ['Phone', phone(person.phone)],
              ['Roles', person.roles.map((code) => roles.find(({ value }) => value === code)?.label ?? code).join(', ')],
              ['NPI', person.npi],
              ['Taxonomy', person.taxonomy],
              ['Supervisor', person.supervisor?.displayName],
              ['Second factor', person.hasSecondFactor ? 'set up' : 'none'],
              ['Last signed in', person.lastSignInAt && moment(person.lastSignInAt)],
            ]}
          />
        </Panel>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack gap="md">
          <Panel title="Credentials" flush actions={add('credential')}>
            {person.credentials.length === 0 && <Empty>No credential on record. Clinicians need one before their notes can be billed.</Empty>}
            {person.credentials.length > 0 && (
              <Lines
                label="Credentials"
                rows={person.credentials}
                keyOf={({ id }) => id}
                tone={({ validTo }) => (validTo && validTo < now ? 'past' : undefined)}
                {...(mayWrite ? { onOpen: (of: Credential) => setDoing({ form: 'credential', of }) } : {})}
                columns={[
                  { label: 'Credential', cell: ({ kind }) => kind },
                  { label: 'Number', cell: ({ number, state }) => [number, state].filter(Boolean).join(', ') },
                  { label: 'Valid', cell: ({ validFrom, validTo }) => `${day(validFrom)} to ${validTo ? day(validTo) : 'open'}` },
                ]}
              />
            )}
          </Panel>
          <Panel title="Works in" says="Decides whose records they reach." flush actions={add('membership')}>
            {person.memberships.length === 0 && <Empty>In no program: reaches no patient.</Empty>}
            {person.memberships.length > 0 && (
              <Lines
                label="Programs"
                rows={person.memberships}
                keyOf={({ id }) => id}
                tone={({ to }) => (to && to < now ? 'past' : undefined)}
                {...(mayWrite ? { onOpen: (of: Membership) => setDoing({ form: 'last-day', of }) } : {})}
                columns={[
                  { label: 'Program', cell: ({ programId }) => programs.find(({ value }) => value === programId)?.label ?? 'a closed program' },
                  { label: 'From', cell: ({ from }) => day(from) },
                  { label: 'To', cell: ({ to }) => (to ? day(to) : '') },
                ]}
              />
            )}
          </Panel>
        </Stack>
      </Grid.Col>
      <StaffDialog person={person} doing={doing} onDone={refresh} onClose={() => setDoing(null)} />
      {mayWrite && (
        <Grid.Col span={12}>
          <AccessButtons person={person} refresh={refresh} />
        </Grid.Col>
      )}
    </Grid>
  );
}

/** One colleague with roles, credentials, programs and access. */
export function StaffScreen() {
  const { staffId = '' } = useParams({ strict: false }) as { staffId?: string };
  const person = useQuery({ queryKey: ['staff', staffId], queryFn: () => api.get(`/staff/${staffId}`, Staff) });
  if (person.isPending) return <Waiting />;
  if (person.isError) return <Failed error={person.error} retry={() => void person.refetch()} />;
  const { data } = person;
  return (
    <Page
      title={[data.displayName, data.credential].filter(Boolean).join(', ')}
      actions={
        <Group gap="xs">
          {data.isLocked && <Badge color="orange">locked after wrong passwords</Badge>}
          {!data.active && (
            <Badge variant="light" color="gray">
              left
            </Badge>
          )}
          <Anchor component={Link} to="/administration/staff" size="sm">
            All staff
          </Anchor>
        </Group>
      }
    >
      <Person person={data} />
    </Page>
  );
}
