import { Anchor, Badge, Button, Grid, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { startRegistration, type PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { PasskeyChallenge, PasskeyList } from '#server/identity/passkeys/passkeys.contract.ts';
import { ChangePassword } from '#server/identity/passwords/passwords.contract.ts';
import { SessionList } from '#server/identity/sessions/sessions.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { tell, tellProblem } from '../../ui/form/tell.ts';
import { moment } from '../../ui/format/words.ts';
import { Empty, Failed, Page, Waiting } from '../../ui/states/states.tsx';
import { Facts } from '../../ui/table/facts.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { CalendarLinks } from '../scheduling/calendar-links.tsx';
import { deviceWords } from './device-words.ts';
import { RecoveryCodesPanel } from './recovery-codes.tsx';
import { useMay, useMe } from './session.ts';

function Sessions() {
  const queries = useQueryClient();
  const sessions = useQuery({ queryKey: ['my-sessions'], queryFn: () => api.get('/me/sessions', SessionList) });
  const end = useMutation({
    mutationFn: (id: string) => api.del(`/me/sessions/${id}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['my-sessions'] }),
    onError: tellProblem,
  });
  return (
    <Panel title="Where you are signed in">
      {sessions.isPending && <Waiting />}
      {sessions.isError && <Failed error={sessions.error} retry={() => void sessions.refetch()} />}
      <Stack gap="sm">
        {sessions.data?.items.map(({ id, device, address, lastActiveAt, isThisOne }) => (
          <Group key={id} justify="space-between" wrap="nowrap">
            <div>
              <Text size="sm">{deviceWords(device)}</Text>
              <Text size="xs" c="dimmed">
                {address}, last active {moment(lastActiveAt)}
              </Text>
            </div>
            {isThisOne ? (
              <Badge variant="light">this one</Badge>
            ) : (
              <Button size="compact-xs" variant="default" loading={end.isPending} onClick={() => end.mutate(id)}>
                Sign out there
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}

async function register(name: string): Promise<void> {
  const { challengeId, options } = await api.post('/me/passkeys/options', PasskeyChallenge);
  const response = await startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON });
  await api.post('/me/passkeys', undefined, { challengeId, name, response });
}

function Passkeys() {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const passkeys = useQuery({ queryKey: ['passkeys'], queryFn: () => api.get('/me/passkeys', PasskeyList) });
  const renew = () => queries.invalidateQueries({ queryKey: ['passkeys'] });
  const add = useMutation({ mutationFn: () => register(name), onSuccess: () => renew().then(() => setName('')), onError: tellProblem });
  const remove = useMutation({ mutationFn: (id: string) => api.del(`/me/passkeys/${id}`), onSuccess: renew, onError: tellProblem });
  return (
    <Panel title="Passkeys" says="Fingerprint, face or security key: counts as both factors.">
      {passkeys.isError && <Failed error={passkeys.error} retry={() => void passkeys.refetch()} />}
      {passkeys.data?.items.length === 0 && <Empty>No passkey yet.</Empty>}
      <Stack gap="sm">
        {passkeys.data?.items.map((passkey) => (
          <Group key={passkey.id} justify="space-between" wrap="nowrap">
            <Text size="sm">
              {passkey.name}
              <Text span size="xs" c="dimmed">{` since ${moment(passkey.createdAt)}`}</Text>
            </Text>
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => remove.mutate(passkey.id)}>
              Remove
            </Button>
          </Group>
        ))}
        <Group align="end" wrap="nowrap">
          <TextInput label="Name of the device" placeholder="Office laptop" value={name} onChange={(event) => setName(event.currentTarget.value)} style={{ flex: 1 }} />
          <Button variant="light" disabled={name.trim() === ''} loading={add.isPending} onClick={() => add.mutate()}>
            Add
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}

function Password() {
  const { form, submit, isPending, failure, putAside } = useContractForm({
    contract: ChangePassword,
    initial: { currentPassword: '', newPassword: '' },
    prepare: (values) => values,
    send: (body) => api.post('/me/password', undefined, body),
    onSent: () => {
      tell('Your password is changed.');
      putAside();
    },
  });
  return (
    <Panel title="Password">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <PasswordInput label="Present password" autoComplete="current-password" {...form.getInputProps('currentPassword')} />
          <PasswordInput
            label="New password"
            description="At least 12 characters; a short sentence is fine"
            autoComplete="new-password"
            {...form.getInputProps('newPassword')}
          />
          <FormEnd failure={failure} isPending={isPending} label="Change" />
        </Stack>
      </form>
    </Panel>
  );
}

/** One's own account: who one is here, sessions, passkeys, password. */
export function AccountScreen() {
  const { staff, roles, hasSecondFactor, idleMinutes } = useMe();
  const may = useMay();
  return (
    <Page title="Your account">
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack gap="md">
            <Panel title={staff.displayName}>
              <Facts
                facts={[
                  ['Email', staff.email],
                  ['Roles', roles.map(({ name }) => name).join(', ')],
                  ['Credential', staff.credential],
                  ['NPI', staff.npi],
                  ['Second factor', hasSecondFactor ? 'set up' : 'none'],
                  ['Signed out after', `${idleMinutes} minutes without activity`],
                ]}
              />
            </Panel>
            <Sessions />
            {may('schedule.read') && <CalendarLinks />}
            {may('chart.write') && (
              <Panel title="Snippets">
                <Text size="sm">
                  Short words that unfold while you write notes:{' '}
                  <Anchor underline="always" component={Link} to="/snippets">
                    see and change them
                  </Anchor>
                  .
                </Text>
              </Panel>
            )}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack gap="md">
            <Passkeys />
            <Password />
            {hasSecondFactor && <RecoveryCodesPanel />}
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}
